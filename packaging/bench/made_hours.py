"""Long recordings made of clips, in which the same people come again and again: at another level each time, in another
order."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
LOUDER_DB = 4.0
"""A clip is at most so much louder or fainter than it is."""
SHORTEST_GAP_S, LONGEST_GAP_S = 0.3, 2.0
NOISE = 10 ** (-62 / 20)


def make_hour(clips: Sequence[Path], folder: Path, name: str, minutes: float, *, seed: int) -> None:
    """Clips, 16 kHz mono with an .rttm beside each, one after the other for about so many minutes, as NAME.wav in a
    folder that is made, its truth beside it. All are heard once before one is heard again."""
    import soundfile

    rng = random.Random(seed)  # noqa: S311
    folder.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    coming = _in_turn(clips, rng)
    with soundfile.SoundFile(folder / f"{name}.wav", "w", RATE_HZ, channels=1, subtype="PCM_16") as made:
        while made.tell() < minutes * 60 * RATE_HZ:
            clip = next(coming)
            lines += _truth(clip, name, made.tell() / RATE_HZ)
            made.write(_sound(clip, rng))
    (folder / f"{name}.rttm").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _in_turn(clips: Sequence[Path], rng: random.Random) -> Iterator[Path]:
    while True:
        yield from rng.sample(clips, len(clips))


def _sound(clip: Path, rng: random.Random) -> NDArray[np.float32]:
    """The clip at another level, and the gap behind it, which is not quite silent: float32 [n]."""
    import soundfile

    sound, _ = soundfile.read(clip, dtype="float32")
    noise = np.random.default_rng(rng.randrange(2**31))
    gap = noise.normal(0, NOISE, int(rng.uniform(SHORTEST_GAP_S, LONGEST_GAP_S) * RATE_HZ)).astype(np.float32)
    louder = np.float32(10 ** (rng.uniform(-LOUDER_DB, LOUDER_DB) / 20))
    return np.concatenate([sound * louder, gap])


def _truth(clip: Path, name: str, later_s: float) -> list[str]:
    lines = (line.split() for line in clip.with_suffix(".rttm").read_text(encoding="utf-8").splitlines())
    return [
        " ".join(["SPEAKER", name, "1", f"{float(fields[3]) + later_s:.3f}", *fields[4:]])
        for fields in lines
        if fields and fields[0] == "SPEAKER"
    ]
