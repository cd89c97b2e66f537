"""One recording, one transcript: whatever the number of threads, the order in which they end, and the process."""

import os
from pathlib import Path

import pytest
from threadpoolctl import threadpool_limits

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.store.settings import EmbeddingSettings, Settings
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

pytestmark = pytest.mark.slow
THREADS = (1, 2, 4, 4)


class Unheard:
    """Nobody listens."""

    def progress(self, stage: Stage, fraction: float) -> None:
        pass

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        pass


def transcribed(path: Path, threads: int, patch: pytest.MonkeyPatch, settings: Settings | None = None) -> Transcript:
    """The transcript, by engines of its own, as a computer with so many cores makes it."""
    patch.setattr(os, "cpu_count", lambda: threads)
    with threadpool_limits(threads):
        return transcribe_recording(path, Engines(settings), JobOptions(), Unheard()).transcript


def test_the_sample_is_the_same_on_one_two_and_four_threads_and_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = [transcribed(sample_recording(), threads, monkeypatch) for threads in THREADS]
    assert len(first.turns) > 3
    assert all(other == first for other in others)


def test_so_is_a_meeting(evaluation_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = evaluation_data / "ami" / "dev00_ES2003a.wav"
    one, four = (transcribed(meeting, threads, monkeypatch) for threads in (1, 4))
    assert len(one.speakers) > 1
    assert one == four


def test_exact_results_are_told_and_hear_the_same_people(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = transcribed(sample_recording(), 2, monkeypatch, Settings(embedding=EmbeddingSettings(exact=True)))
    (note,) = [engine.note for engine in exact.engines if engine.role == "embedding"]
    assert note == "original form; the exact one was asked for"
    assert len(exact.speakers) == 2
