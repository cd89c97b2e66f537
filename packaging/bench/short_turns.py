"""Conversations of short turns, from the development data's utterances: where it is hard to tell who speaks."""

import random
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

RECORDINGS = 12
LENGTH_S = 90.0
TURN_S = (0.4, 4.0)
GAP_S = (-0.3, 0.6)
SHORTEST_S = 0.4
LOUDNESS, NOISE = 0.1, 0.003
Sound = NDArray[np.float32]


def make_short_turns(utterances: Path, folder: Path) -> Path:
    """Write .wav and .rttm of two to five speakers each, the same each time, and say in which folder they are."""
    import soundfile

    folder.mkdir(parents=True, exist_ok=True)
    pieces = pieces_of_speech(utterances)
    for number in range(RECORDINGS):
        rng = random.Random(number)  # noqa: S311
        names = rng.sample(sorted(pieces), 2 + number % 4)
        name, sound, lines = f"short-turns-{number}", np.zeros(0, np.float32), []
        clock_s, last = 0.3, ""
        while clock_s < LENGTH_S:
            last = rng.choice([each for each in names if each != last])
            said = rng.choice(pieces[last])[: int(rng.uniform(*TURN_S) * SAMPLE_RATE_HZ)]
            start_s = max(0.0, clock_s + rng.uniform(*GAP_S))
            sound = _with(sound, said, int(start_s * SAMPLE_RATE_HZ))
            length_s = len(said) / SAMPLE_RATE_HZ
            lines.append(f"SPEAKER {name} 1 {start_s:.3f} {length_s:.3f} <NA> <NA> {last} <NA> <NA>\n")
            clock_s = max(clock_s, start_s + length_s)
        sound += np.random.default_rng(number).normal(0, NOISE, len(sound)).astype(np.float32)
        soundfile.write(folder / f"{name}.wav", sound * min(1.0, 0.9 / np.abs(sound).max()), SAMPLE_RATE_HZ)
        (folder / f"{name}.rttm").write_text("".join(lines), encoding="utf-8")
    return folder


def pieces_of_speech(utterances: Path) -> dict[str, list[Sound]]:
    """What each speaker says between two pauses, equally loud."""
    pieces: dict[str, list[Sound]] = defaultdict(list)
    samples: dict[str, tuple[str, Sound]] = {}
    for path in sorted(utterances.rglob("*.flac")):
        with open_recording(path) as recording:
            samples[path.stem] = path.parent.name, np.array(recording.samples)
    for line in (utterances / "spans.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        utterance, start_s, end_s = line.split("\t")
        speaker, sound = samples[utterance]
        piece = sound[int(float(start_s) * SAMPLE_RATE_HZ) : int(float(end_s) * SAMPLE_RATE_HZ)]
        if len(piece) >= SHORTEST_S * SAMPLE_RATE_HZ:
            pieces[speaker].append(piece * np.float32(LOUDNESS / (np.sqrt(np.mean(piece**2)) + 1e-9)))
    return pieces


def _with(sound: Sound, said: Sound, at: int) -> Sound:
    longer = np.pad(sound, (0, max(0, at + len(said) - len(sound))))
    longer[at : at + len(said)] += said
    return longer
