"""Recordings transcribed to be judged, with a second hearing of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.unheard import Unheard
from desktop_app.core.asr.moonshine import Moonshine
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.evaluation.corpus import find_items, read_truth
from desktop_app.core.evaluation.values import Truth
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.transcript.heard_at_once import heard_at_once
from desktop_app.core.transcript.values import Span, Transcript, Word

AT_ONCE_MS = 12_000
"""The second hearing takes about so much speech in one go, where pauses let it."""
AROUND_MS = 200


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A recording of one of the sets, its transcript, what is known of it, and its words heard once more."""

    set_name: str
    transcript: Transcript
    truth: Truth
    second: tuple[Word, ...]


def transcribed(set_name: str, folder: Path, engines: Engines, *, second: Moonshine | None) -> Iterator[Transcribed]:
    """Every recording of the folder; without a second recogniser nothing is heard again."""
    for item in find_items(folder):
        transcript = transcribe_recording(item.recording, engines, JobOptions(), Unheard()).transcript
        words = () if second is None else tuple(_heard_again(item.recording, transcript, second))
        yield Transcribed(set_name, transcript, read_truth(item), words)


def _heard_again(path: Path, transcript: Transcript, recogniser: Moonshine) -> Iterator[Word]:
    """The words of stretches that end at pauses, whoever speaks: other cuts than the transcript's turns."""
    with open_recording(path) as recording:
        samples = np.array(recording.samples)
    for span in _stretches(heard_at_once(transcript, least=1)):
        start_ms = max(0, span.start_ms - AROUND_MS)
        for word in recogniser.recognise(_between(samples, start_ms, span.end_ms + AROUND_MS)):
            yield replace(word, start_ms=word.start_ms + start_ms, end_ms=word.end_ms + start_ms)


def _stretches(speech: Sequence[Span]) -> Iterator[Span]:
    """Speech in pieces of at most AT_ONCE_MS: cut at pauses, and where there is none, anywhere."""
    start_ms = end_ms = None
    for span in speech:
        if start_ms is not None and end_ms is not None and span.end_ms - start_ms > AT_ONCE_MS:
            yield Span(start_ms, end_ms)
            start_ms = None
        start_ms, end_ms = (span.start_ms if start_ms is None else start_ms), span.end_ms
        while end_ms - start_ms > AT_ONCE_MS:
            yield Span(start_ms, start_ms + AT_ONCE_MS)
            start_ms += AT_ONCE_MS
    if start_ms is not None and end_ms is not None:
        yield Span(start_ms, end_ms)


def _between(samples: NDArray[np.float32], start_ms: int, end_ms: int) -> NDArray[np.float32]:
    return samples[start_ms * SAMPLE_RATE_HZ // 1000 : end_ms * SAMPLE_RATE_HZ // 1000]
