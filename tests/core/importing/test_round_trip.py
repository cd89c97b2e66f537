"""What was exported comes back: the same speakers, words and times, as far as the format carries them.

A format joins by a line in CARRIED.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from export.hostile_transcripts import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.importing.reading import as_transcript, read_contents
from desktop_app.core.importing.registry import formats_of
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word


@dataclass(frozen=True)
class Carried:
    """What of a transcript a format carries. times_ms: how far a turn's start may be off, None where it tells none.
    names: who is who; texts: what is said; words: when each word is said, to the millisecond. heading: there is one,
    which is told."""

    times_ms: int | None = 0
    names: bool = True
    texts: bool = True
    words: bool = False
    heading: bool = False


CARRIED = {
    "txt": Carried(times_ms=999),
    "srt": Carried(),
    "vtt": Carried(),
    "json": Carried(words=True),
    "rttm": Carried(texts=False),
    "csv": Carried(),
    "tsv": Carried(),
    "docx": Carried(times_ms=999),
    "odt": Carried(times_ms=999),
    "md": Carried(times_ms=999, heading=True),
    "ass": Carried(times_ms=9),
    "eaf": Carried(),
    "TextGrid": Carried(),
    "exb": Carried(),
    "qdpx": Carried(),
    "html": Carried(words=True),
    "ttml": Carried(),
    "stm": Carried(),
    "seglst.json": Carried(),
    "ctm": Carried(words=True),
    "maxqda.txt": Carried(times_ms=999, heading=True),
    "f4.txt": Carried(times_ms=None),
    "nvivo.txt": Carried(times_ms=999),
    "atlasti.txt": Carried(times_ms=999),
    "qualcoder.txt": Carried(times_ms=999),
}
PAIRS = [each for each in FORMATS if each.extension in CARRIED]
every_pair = pytest.mark.parametrize("chosen", PAIRS, ids=[each.extension for each in PAIRS])

_NAMES = ("Anna Berg", "Ben", "Dr. Möller-Schmidt", "Zoë", "李明", "Speaker 3", "Anna, the second")
_TEXTS = ("yes", "Well,", "no.", "“Really?”", "A&B", "3:30", "über", "it's", "http://example.org", "<3", "—", "...")


@st.composite
def conversations(draw: st.DrawFn) -> Transcript:
    """People who speak one after the other, with pauses between them, in words that any format can hold."""
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=2, max_size=4, unique=True))
    at_ms, turns = draw(st.integers(0, 5000)), []
    for place in range(draw(st.integers(2, 6))):
        said = []
        for text in ("So", *draw(st.lists(st.sampled_from(_TEXTS), max_size=12)), "then."):
            length_ms = draw(st.integers(40, 600))
            said.append(Word(text, at_ms, at_ms + length_ms))
            at_ms += length_ms + draw(st.integers(0, 100))
        span = Span(said[0].start_ms, said[-1].end_ms)
        turns.append(Turn(f"S{place % len(names)}", span.start_ms, span.end_ms, tuple(said), (span,)))
        at_ms += draw(st.integers(2100, 9000))
    speakers = tuple(Speaker(f"S{at}", name, at) for at, name in enumerate(names[: len(turns)]))
    return Transcript(AudioSource("talk.wav", at_ms), speakers, tuple(turns))


def back(chosen: ExportFormat, transcript: Transcript, folder: Path) -> Transcript:
    """The transcript once it was written and read."""
    path = folder / f"talk.{chosen.extension}"
    path.write_bytes(chosen.contents(transcript))
    return as_transcript(read_contents(path))


@every_pair
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(conversations())
def test_a_conversation_comes_back(chosen: ExportFormat, tmp_path: Path, talk: Transcript) -> None:
    carried, read = CARRIED[chosen.extension], back(chosen, talk, tmp_path)
    assert bool(read.warnings) == carried.heading
    if carried.names:
        assert _who(read) == _who(talk)
    if carried.texts:
        assert " ".join(turn.text for turn in read.turns) == " ".join(turn.text for turn in talk.turns)
    if carried.words:
        assert _words(read) == _words(talk)
    if carried.times_ms is not None and carried.names:
        off = [abs(one.start_ms - other.start_ms) for one, other in zip(read.turns, talk.turns, strict=True)]
        assert max(off) <= carried.times_ms


@every_pair
@pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
def test_what_breaks_careless_exports_breaks_no_reader(
    chosen: ExportFormat, transcript: Transcript, tmp_path: Path
) -> None:
    if not chosen.contents(transcript).strip():
        pytest.skip("an empty file holds no transcript")
    carried, read = CARRIED[chosen.extension], back(chosen, transcript, tmp_path)
    assert [turn.start_ms for turn in read.turns] == sorted(turn.start_ms for turn in read.turns)
    assert all(turn.start_ms <= word.start_ms <= word.end_ms for turn in read.turns for word in turn.words) or (
        chosen.extension == "json"
    )
    if carried.texts and transcript.turns:
        said = {word.text for turn in transcript.turns for word in turn.words if word.text.isalpha()}
        assert said <= {word.text for turn in read.turns for word in turn.words}
    if carried.names and len(transcript.speakers) > 2:
        assert len({turn.speaker for turn in read.turns}) >= len({turn.speaker for turn in transcript.turns}) - 1


def test_every_format_that_is_written_and_read_is_tried() -> None:
    both = {each.extension for each in FORMATS if formats_of(Path(f"talk.{each.extension}"))}
    assert both <= set(CARRIED)


def _who(transcript: Transcript) -> list[str]:
    names = [transcript.speaker(turn.speaker).name.replace(",", ";") for turn in transcript.turns]
    return [name for at, name in enumerate(names) if not at or names[at - 1] != name]


def _words(transcript: Transcript) -> list[tuple[str, int, int]]:
    return [(word.text, word.start_ms, word.end_ms) for turn in transcript.turns for word in turn.words]
