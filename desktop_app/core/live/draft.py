"""The first draft of a recording's transcript: what its captions came to."""

from collections.abc import Sequence
from operator import attrgetter

from desktop_app.core.asr.language import language_of
from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.live.engines import LiveEngines
from desktop_app.core.live.events import Final
from desktop_app.core.pipeline.align import TurnBuilder, speakers_of
from desktop_app.core.pipeline.regions import Region
from desktop_app.core.pipeline.warnings import embedding_warnings
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn


def draft_of(
    finals: Sequence[Final],
    timeline: LiveTimeline,
    audio: AudioSource,
    engines: LiveEngines,
    doubts: Sequence[str] = (),
) -> Transcript:
    """The transcript of turns that are final. timeline: who spoke when. doubts: of their language, a sentence each.

    A turn of which it is not known whose it is goes to whoever speaks nearest to it, to 'Speaker 1' where nobody is
    known at all.
    """
    ordered = sorted(finals, key=attrgetter("start_ms", "end_ms"))
    told = [final for final in ordered if final.speaker is not None]
    everybody = timeline.speakers if timeline.speakers or not ordered else speakers_of(1)
    turns = _turns([(final, _owner(final, told, everybody)) for final in ordered], everybody, timeline)
    report = engines.embedders.report()
    language, warning = _language(turns, engines)
    return Transcript(
        audio=audio,
        speakers=everybody,
        turns=turns,
        engines=(engines.segmenter.use, *engines.embedders.uses(), *engines.before, engines.recogniser.use),
        language=language,
        embedding=report,
        warnings=(*engines.warnings, *embedding_warnings(report), *warning, *doubts),
    )


def _owner(final: Final, told: Sequence[Final], everybody: Sequence[Speaker]) -> str:
    if final.speaker is not None:
        return final.speaker
    nearest = min(
        told, key=lambda other: max(other.start_ms - final.end_ms, final.start_ms - other.end_ms), default=None
    )
    return everybody[0].id if nearest is None or nearest.speaker is None else nearest.speaker


def _turns(
    finals: Sequence[tuple[Final, str]], everybody: Sequence[Speaker], timeline: LiveTimeline
) -> tuple[Turn, ...]:
    """A turn for each final and its owner, and the speech without words; as afterwards, with what overlaps."""
    numbers = {speaker.id: number for number, speaker in enumerate(everybody)}
    full = [Segment(numbers[each.speaker], each.start_ms, each.end_ms) for each in timeline.full if each.speaker]
    regions = [Region((Segment(numbers[owner], final.start_ms, final.end_ms),)) for final, owner in finals]
    builder = TurnBuilder(regions, full, {number: each.id for number, each in enumerate(everybody)})
    return builder.all_turns(
        builder.turn(region, final.words) for region, (final, _) in zip(regions, finals, strict=True)
    )


def _language(turns: Sequence[Turn], engines: LiveEngines) -> tuple[str | None, tuple[str, ...]]:
    languages = engines.recogniser.languages
    if engines.language != AUTO:
        return engines.language, ()
    if len(languages) == 1:
        return languages[0], ()
    found = language_of(" ".join(turn.text for turn in turns), languages)
    return found.tag, (found.warning,) if found.warning else ()
