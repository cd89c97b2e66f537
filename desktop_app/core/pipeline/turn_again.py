"""The words of one turn, heard once more: by another engine, or with another vocabulary."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.core.asr.hallucinations import believing
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.heard_speakers import heard_recording
from desktop_app.core.pipeline.heard_turn import HeardTurn
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.pipeline.transcribe_words import transcribe_words
from desktop_app.core.transcript.values import Span, Speaker, Turn


def transcribe_turn(
    path: Path, speech: Sequence[Span], engines: Engines, options: JobOptions, listener: JobListener
) -> HeardTurn:
    """The words of one speaker's turn of a file, by the recogniser, the language and the vocabulary of the engines'
    settings.

    speech: where the speaker is heard, ordered and disjoint. options: which track and channel are heard. Times are from
    the recording's start. Errors as transcribe_recording.
    """
    listener.progress(Stage.LOADING, 0.0)
    recogniser = engines.recogniser()
    evidence = SpeechEvidence(engines.detector.get())
    with heard_recording(path, (), replace(options, per_channel=False), listener, None) as recording:
        segments = _segments(speech, recording.duration_ms)
        written = transcribe_words(
            recording.samples,
            Diarization(segments, segments, speakers=1, embedded=0, skipped=0),
            recogniser.engine,
            _WithoutTurns(listener),
            believe=believing(evidence),
            vocabulary=engines.settings.asr.vocabulary,
            language=engines.settings.asr.language,
        )
    words = sorted((word for turn in written.turns for word in turn.words), key=lambda word: word.start_ms)
    return HeardTurn(tuple(words), recogniser.engine.use.name, written.warnings)


def _segments(speech: Sequence[Span], duration_ms: int) -> tuple[Segment, ...]:
    """The recognisers are given what is around it, too: words reach beyond the edges of turns."""
    inside = ((span.start_ms, min(duration_ms, span.end_ms)) for span in speech)
    return tuple(Segment(0, start_ms, end_ms) for start_ms, end_ms in inside if start_ms < end_ms)


class _WithoutTurns:
    """Tells of progress alone: the turns are none of a transcript."""

    def __init__(self, listener: JobListener) -> None:
        self._listener = listener

    def progress(self, stage: Stage, fraction: float) -> None:
        self._listener.progress(stage, fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        pass
