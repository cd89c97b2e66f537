"""Prints how soon who spoke is decided anew in hours of voices: probe_reclustering RECORDING TIMES.

The voices are those of the recording, TIMES in a row.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import listen, recluster
from desktop_app.core.diarization.options import SENSITIVITY, Hop
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.pipeline.engines import Engines

COUNTS = range(2, 9)
SENSITIVITIES = (0.1, 0.3, 0.5, 0.7, 0.9)
RUNS = 3


def main() -> None:
    """Listen once, decide many times."""
    voices = repeated(heard(Path(sys.argv[1])), int(sys.argv[2]))
    report = {"runs": RUNS, "duration_s": voices.duration_ms / 1000, "pieces": len(voices.pieces)}
    print(json.dumps({**report, "cores": os.cpu_count(), "choices": list(_choices(voices))}))


def repeated(voices: Voices, times: int) -> Voices:
    """The voices so many times in a row, as if a recording had been played again and again."""
    ends = [piece.end for piece in voices.pieces]
    frames = max([-(-voices.duration_ms * SAMPLE_RATE_HZ // 1000 // FRAME_STEP_SAMPLES), *ends])
    tracks = 1 + max((piece.track for piece in voices.pieces), default=0)
    pieces = (
        replace(piece, track=piece.track + round_ * tracks, start=piece.start + round_ * frames)
        for round_ in range(times)
        for piece in voices.pieces
    )
    duration_ms = frames * times * FRAME_STEP_SAMPLES * 1000 // SAMPLE_RATE_HZ
    return Voices(tuple(pieces), np.tile(voices.embeddings, (times, 1)), duration_ms)


def heard(recording: Path) -> Voices:
    """The voices of a recording, as a job hears them."""
    engines = Engines()
    with open_recording(recording) as opened:
        return listen(
            opened.samples,
            engines.segmenter.get(),
            engines.embedders(),
            hop=Hop.ACCURATE,
            on_segmentation=lambda _: None,
            on_embedding=lambda _: None,
        )


def _choices(voices: Voices) -> Iterator[dict[str, object]]:
    for count in COUNTS:
        yield {"count": count, **_timed(voices, SpeakerBounds(count, count), SENSITIVITY)}
    for sensitivity in SENSITIVITIES:
        yield {"sensitivity": sensitivity, **_timed(voices, SpeakerBounds(), sensitivity)}


def _timed(voices: Voices, bounds: SpeakerBounds, sensitivity: float) -> dict[str, object]:
    walls_s = []
    for _ in range(RUNS):
        started_s = time.perf_counter()
        found = recluster(voices, bounds, sensitivity=sensitivity).speakers
        walls_s.append(time.perf_counter() - started_s)
    return {"speakers_found": found, "wall_s": min(walls_s)}


if __name__ == "__main__":
    main()
