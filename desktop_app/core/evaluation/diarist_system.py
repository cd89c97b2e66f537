"""Diarist itself: the same pipeline that the window and the command line run."""

from pathlib import Path

from desktop_app.core.evaluation.stage_clock import StageClock
from desktop_app.core.evaluation.system import Setup
from desktop_app.core.evaluation.values import Outcome, SpokenSpan, SpokenText
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobListener
from desktop_app.core.pipeline.transcribe import diarize_recording, transcribe_recording


class DiaristSystem:
    """The carried models. Stages: decoding, segmentation, embedding (with the clustering), transcription."""

    def __init__(self, setup: Setup, engines: Engines | None = None) -> None:
        self._setup = setup
        self._engines = engines or Engines()
        self._engines.segmenter.get()
        self._engines.embedder.get()
        if setup.with_words:
            self._engines.recogniser.get()

    def run(self, path: Path, listener: JobListener) -> Outcome:
        """See System.run. The spans are the full timeline, as RTTM has it."""
        clock = StageClock(listener)
        return self._transcribe(path, clock) if self._setup.with_words else self._diarize(path, clock)

    def _diarize(self, path: Path, clock: StageClock) -> Outcome:
        audio, diarization = diarize_recording(path, self._engines, self._setup.job, clock)
        stage_s = clock.stop()
        spans = tuple(SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in diarization.full)
        return Outcome(spans, None, audio.duration_ms / 1000, stage_s)

    def _transcribe(self, path: Path, clock: StageClock) -> Outcome:
        transcript = transcribe_recording(path, self._engines, self._setup.job, clock)
        stage_s = clock.stop()
        return Outcome(
            tuple(SpokenSpan(turn.speaker, at.start_ms, at.end_ms) for turn in transcript.turns for at in turn.speech),
            tuple(
                SpokenText(word.text, word.start_ms, turn.speaker)
                for turn in transcript.spoken_turns()
                for word in turn.words
            ),
            transcript.audio.duration_ms / 1000,
            stage_s,
        )
