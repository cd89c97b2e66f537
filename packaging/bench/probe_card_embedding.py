"""Prints how fast voices are embedded by precision and length of clips, how like float32's, and the filter banks."""

import json
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from bench import card_setting
from bench.card_watch import watched
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.embedding.wespeaker_torch import WespeakerTorch
from desktop_app.core.pipeline.workstation import load_wespeaker_torch
from desktop_app.core.store.settings import Device, Precision

MINUTES = 60.0
LENGTHS_S = (2.0, 8.0)


def main() -> None:
    """Every precision, then what the application chooses by itself."""
    file, sha256 = card_setting.checkpoint()
    samples = card_setting.speech(MINUTES)
    first: dict[float, NDArray[np.float32]] = {}
    runs = []
    for precision in card_setting.precisions():
        engine = WespeakerTorch(file, sha256=sha256, precision=precision)
        for length_s in LENGTHS_S:
            clips = _cut(samples, length_s)
            engine.embed(clips[:4])
            card_setting.finish()
            with watched() as watch:
                started_s = perf_counter()
                embeddings = engine.embed(clips)
                took_s = perf_counter() - started_s
            cosines = (embeddings * first.setdefault(length_s, embeddings)).sum(axis=1)
            runs.append(
                {
                    "precision": str(precision),
                    "clip_s": length_s,
                    "speed": len(samples) / SAMPLE_RATE_HZ / took_s,
                    "busy_percent": watch.busy_percent,
                    "peak_gb": watch.peak_gb,
                    "least_cosine": float(cosines.min()),
                }
            )
        engine.close()
    chosen = load_wespeaker_torch(Device.AUTO, Precision.AUTO).use.note or "float32"
    print(json.dumps({"runs": runs, "fbank_numpy": _fbank_speed(samples), "chosen": chosen}))


def _cut(samples: NDArray[np.float32], length_s: float) -> list[Clip]:
    length = int(length_s * SAMPLE_RATE_HZ)
    starts = range(0, len(samples) - length + 1, length)
    return [Clip.whole(samples[at : at + length]) for at in starts]


def _fbank_speed(samples: NDArray[np.float32]) -> float:
    """On one core of the processor, in times real time."""
    part = samples[: 60 * SAMPLE_RATE_HZ]
    started_s = perf_counter()
    fbank(part)
    return len(part) / SAMPLE_RATE_HZ / (perf_counter() - started_s)


if __name__ == "__main__":
    main()
