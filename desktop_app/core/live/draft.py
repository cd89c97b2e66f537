"""The first draft of a recording's transcript: what its captions came to."""

from collections.abc import Sequence
from operator import attrgetter

from desktop_app.core.asr.language import language_of
from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.live.engines import LiveEngines
from desktop_app.core.live.events import Final
from desktop_app.core.live.floor import segments_between
from desktop_app.core.pipeline.align import speakers_of
from desktop_app.core.pipeline.warnings import embedding_warnings
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn


def draft_of(finals: Sequence[Final], timeline: LiveTimeline, audio: AudioSource, engines: LiveEngines) -> Transcript:
    """The transcript of turns that are final. timeline: who spoke when.

    A turn of which it is not known whose it is goes to whoever speaks nearest to it, to 'Speaker 1' where nobody is
    known at all.
    """
    ordered = sorted(finals, key=attrgetter("start_ms", "end_ms"))
    told = [final for final in ordered if final.speaker is not None]
    everybody = timeline.speakers if timeline.speakers or not ordered else speakers_of(1)
    turns = tuple(_turn(final, _owner(final, told, everybody), timeline) for final in ordered)
    report = engines.embedders.report()
    language, warning = _language(turns, engines.recogniser.languages)
    return Transcript(
        audio=audio,
        speakers=everybody,
        turns=turns,
        engines=(engines.segmenter.use, *engines.embedders.uses(), engines.recogniser.use),
        language=language,
        embedding=report,
        warnings=(*engines.warnings, *embedding_warnings(report), *warning),
    )


def _owner(final: Final, told: Sequence[Final], everybody: Sequence[Speaker]) -> str:
    if final.speaker is not None:
        return final.speaker
    nearest = min(
        told, key=lambda other: max(other.start_ms - final.end_ms, final.start_ms - other.end_ms), default=None
    )
    return everybody[0].id if nearest is None or nearest.speaker is None else nearest.speaker


def _turn(final: Final, speaker: str, timeline: LiveTimeline) -> Turn:
    start_ms, end_ms = final.start_ms, final.end_ms
    speech = tuple(
        Span(max(each.start_ms, start_ms), min(each.end_ms, end_ms))
        for each in segments_between(timeline, start_ms, end_ms)
        if each.speaker == speaker
    )
    return Turn(speaker, start_ms, end_ms, final.words, speech or (Span(start_ms, end_ms),))


def _language(turns: Sequence[Turn], languages: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    if len(languages) == 1:
        return languages[0], ()
    found = language_of(" ".join(turn.text for turn in turns), languages)
    return found.tag, (found.warning,) if found.warning else ()
