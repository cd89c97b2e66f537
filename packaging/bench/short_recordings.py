"""Many short recordings, no two the same."""

import json
from pathlib import Path

import numpy as np

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.packaged_models import speech_recordings


def write_short(folder: Path, count: int, seconds: float) -> Path:
    """Write so many, each a piece of packaged speech; and a manifest of them, which is returned."""
    with open_recording(speech_recordings()[0]) as recording:
        samples = np.array(recording.samples)
    import soundfile

    length = round(seconds * SAMPLE_RATE_HZ)
    names = [f"{number:05}.wav" for number in range(count)]
    for number, name in enumerate(names):
        soundfile.write(folder / name, np.roll(samples, -number * SAMPLE_RATE_HZ // 10)[:length], SAMPLE_RATE_HZ)
    lines = [json.dumps({"audio_filepath": name}) + "\n" for name in names]
    (folder / "in.jsonl").write_text("".join(lines))
    return folder / "in.jsonl"
