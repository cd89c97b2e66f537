"""Prints how fast the segmentation is by windows at once and precision, and how far it is onnxruntime's."""

import json
from collections.abc import Callable
from functools import partial
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from bench import card_setting
from bench.card_watch import watched
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.segmentation import WINDOW_SAMPLES, Segmenter, segment_recording
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.segmentation_torch import SegmentationTorch

MINUTES = 60.0
BATCHES = (32, 64, 128, 256, 512)
_CHECKED = 8
"""Windows that are compared with onnxruntime's."""


def main() -> None:
    """Every precision, in batches of several sizes, as a recording is heard."""
    samples = card_setting.speech(MINUTES)
    small = card_setting.is_small()
    windows = np.stack(
        [samples[at : at + WINDOW_SAMPLES] for at in np.linspace(0, WINDOW_SAMPLES, _CHECKED, dtype=int)]
    )
    onnx = SegmentationOnnx()
    expected, runs = onnx.segment(windows), []
    for precision in card_setting.precisions():
        engine = SegmentationTorch(precision=precision)
        engine.segment(windows)
        for batch in BATCHES[:2] if small else BATCHES:
            engine.batch = min(batch, 8) if small else batch
            with watched() as watch:
                speed = _speed(engine, samples)
            runs.append(
                {
                    "precision": str(precision),
                    "batch": engine.batch,
                    "speed": speed,
                    "busy_percent": watch.busy_percent,
                    "peak_gb": watch.peak_gb,
                    "other_frames_percent": _different(partial(engine.segment, windows), expected),
                }
            )
    print(json.dumps({"runs": runs, "onnxruntime": _speed(onnx, samples[: len(samples) // (1 if small else 12)])}))


def _speed(engine: Segmenter, samples: NDArray[np.float32]) -> float:
    """In times real time."""
    started_s = perf_counter()
    segment_recording(samples, engine, hop=Hop.FAST, threads=engine.callers, on_progress=lambda _: None)
    return len(samples) / 16_000 / (perf_counter() - started_s)


def _different(hear: Callable[[], NDArray[np.bool_]], expected: NDArray[np.bool_]) -> float:
    return round(100 * float((hear() != expected).any(axis=2).mean()), 3)


if __name__ == "__main__":
    main()
