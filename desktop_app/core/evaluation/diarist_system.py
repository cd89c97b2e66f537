"""Diarist itself: the same pipeline that the window and the command line run."""

from dataclasses import replace
from pathlib import Path

from desktop_app.core.evaluation.stage_clock import StageClock
from desktop_app.core.evaluation.system import Setup
from desktop_app.core.evaluation.values import Outcome, SpokenSpan, SpokenText
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.pipeline.transcribe import diarize_recording, transcribe_recording
from desktop_app.core.store.settings import AsrEngine, EmbeddingSource
from desktop_app.core.transcript.values import Speaker, Turn


class DiaristSystem:
    """What the settings choose. Stages: decoding, segmentation, embedding (with the clustering), transcription."""

    def __init__(
        self, setup: Setup, *, source: EmbeddingSource | None = None, recogniser: AsrEngine | None = None
    ) -> None:
        """Load what the setup needs by running it on the carried sample: packages, too, are imported at first use.

        source: what embeds, and nothing stands in for it; recogniser: what writes down the words; the settings' own if
        None. Errors as LoadSystem's.
        """
        self._setup = setup
        settings = setup.settings
        if source is not None:
            settings = replace(settings, embedding=replace(settings.embedding, source=source))
        if recogniser is not None:
            settings = replace(settings, asr=replace(settings.asr, engine=recogniser))
        self._engines = Engines(settings, alone=source is not None)
        self.run(sample_recording(), _Unheard())

    def run(self, path: Path, listener: JobListener) -> Outcome:
        """See System.run. The spans are the full timeline, as RTTM has it."""
        clock = StageClock(listener)
        return self._transcribe(path, clock) if self._setup.with_words else self._diarize(path, clock)

    def _diarize(self, path: Path, clock: StageClock) -> Outcome:
        audio, diarization, report = diarize_recording(path, self._engines, self._setup.job, clock)
        stage_s = clock.stop()
        spans = tuple(SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in diarization.full)
        return Outcome(spans, None, audio.duration_ms / 1000, stage_s, report)

    def _transcribe(self, path: Path, clock: StageClock) -> Outcome:
        transcript = transcribe_recording(path, self._engines, self._setup.job, clock).transcript
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
            transcript.embedding,
        )


class _Unheard:
    """A listener to a run whose progress is of no interest."""

    def progress(self, stage: Stage, fraction: float) -> None:
        pass

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        pass
