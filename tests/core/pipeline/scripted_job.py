"""A job on scripted engines: what it runs on, what it hears, and who listens to it."""

from pathlib import Path

import numpy as np
import soundfile
from asr.scripted_detector import ScriptedDetector
from asr.scripted_recogniser import ScriptedRecogniser
from diarization.scripted_recording_segmenter import ScriptedRecordingSegmenter
from diarization.scripted_segmenter import ScriptedSegmenter, voices
from embedding.scripted_embedder import ScriptedEmbedder
from numpy.typing import NDArray

from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.store.settings import Settings
from desktop_app.core.transcript.values import Speaker, Turn


class Listener:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[Stage, float]] = []
        self.finished: list[Turn] = []

    def progress(self, stage: Stage, fraction: float) -> None:
        assert 0 <= fraction <= 1
        self.told.append((stage, fraction))

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        self.finished += turns


def scripted_engines(settings: Settings | None = None, *, alone: bool = False) -> Engines:
    """None of them loads a model."""
    made = Engines(settings, prepare=False, alone=alone)
    made.segmenter = LazyEngine(ScriptedSegmenter)
    made.meeting = LazyEngine(ScriptedRecordingSegmenter)
    made.detector = LazyEngine(ScriptedDetector)
    made.sources["onnx"] = LazyEngine(ScriptedEmbedder)
    made.recognisers["moonshine"] = LazyEngine(ScriptedRecogniser)
    return made


def wav(folder: Path, samples: NDArray[np.float32]) -> Path:
    """A recording of these samples, 16 kHz."""
    path = folder / "talk.wav"
    soundfile.write(path, samples, 16_000, subtype="FLOAT")
    return path


def talk_of_two(folder: Path) -> Path:
    """24 s, in which the first of two people speaks, then the other, then the first again."""
    return wav(folder, voices(24.0, (0, 1.0, 6.0), (1, 8.0, 12.0), (0, 15.0, 19.0)))
