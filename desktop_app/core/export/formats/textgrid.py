"""TextGrid: tiers of intervals for Praat (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.export.scoring_fields import seconds
from desktop_app.core.export.tiers import Interval, end_of, tiers
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

_HEAD = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = {end}
tiers? <exists>
size = {count}
item []:
"""
_TIER_HEAD = """    item [{number}]:
        class = "IntervalTier"
        name = {name}
        xmin = 0
        xmax = {end}
        intervals: size = {count}
"""
_INTERVAL = """        intervals [{number}]:
            xmin = {start}
            xmax = {end}
            text = {text}
"""


@dataclass(frozen=True, slots=True)
class TextGridOptions:
    """words: below the tier of a speaker there is one with the words."""

    words: bool = setting(True, About(tr("A tier with words"), tr("One for each speaker, below that with the turns.")))


def render(transcript: Transcript, options: TextGridOptions = TextGridOptions()) -> str:
    """An interval tier per speaker, and one for the speaker's words ('Anna - words').

    The tiers are as long as the recording; as Praat wants it they have no gaps: where nobody speaks, an interval has
    no text.
    """
    found = tiers(transcript)
    end_ms = end_of(transcript, found)
    named: list[tuple[str, Sequence[Interval]]] = []
    for tier in found:
        named.append((tier.name, tier.turns))
        if options.words:
            named.append((tier.word_name, tier.words))
    parts = [_HEAD.format(end=seconds(end_ms), count=len(named))]
    for number, (name, intervals) in enumerate(named, 1):
        parts += _tier(number, name, list(_gapless(intervals, end_ms)), end_ms)
    return "".join(parts)


def _tier(number: int, name: str, intervals: Sequence[Interval], end_ms: int) -> Iterator[str]:
    yield _TIER_HEAD.format(number=number, name=_quoted(name), end=seconds(end_ms), count=len(intervals))
    for place, each in enumerate(intervals, 1):
        start, end = seconds(each.start_ms), seconds(each.end_ms)
        yield _INTERVAL.format(number=place, start=start, end=end, text=_quoted(each.text))


def _gapless(intervals: Sequence[Interval], end_ms: int) -> Iterator[Interval]:
    reached_ms = 0
    for each in intervals:
        if each.start_ms > reached_ms:
            yield Interval(reached_ms, each.start_ms, "")
        yield each
        reached_ms = each.end_ms
    if reached_ms < end_ms:
        yield Interval(reached_ms, end_ms, "")


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
