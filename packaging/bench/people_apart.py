"""Recordings with a microphone for each person, in which the others are heard faintly: made ones, and headsets."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.short_turns import Sound, pieces_of_speech
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

RECORDINGS = 12
LENGTH_S = 60.0
TURN_S = (0.4, 4.0)
GAP_S = (-0.3, 0.6)
ANSWER_S = (0.3, 0.8)
ANSWERS = 0.2
FAINTEST_ANSWER_DB = -10
GAIN_DB = (-10.0, 6.0)
NOISE, NOISE_DB = 0.0006, (-10.0, 10.0)
LINE = "SPEAKER {name} 1 {start:.3f} {length:.3f} <NA> <NA> {speaker} <NA> <NA>\n"
Channels = NDArray[np.float32]


@dataclass(frozen=True)
class Bleed:
    """How the others are heard. db: how loud, None for not at all; delay_ms: from, to; echo: through a room, too."""

    db: float | None
    delay_ms: tuple[float, float] = (0.0, 0.0)
    echo: bool = False


BLEEDS = {
    "none": Bleed(None),
    "-20 dB": Bleed(-20),
    "-20 dB, 1 to 3 ms late": Bleed(-20, (1, 3)),
    "-12 dB, 1 to 10 ms late, echoing": Bleed(-12, (1, 10), echo=True),
}


def write_made(utterances: Path, folder: Path, bleed: Bleed) -> None:
    """Write .wav and .rttm of two to five people each, the same each time: turns that overlap a little, and short
    answers while another speaks. The microphones differ in loudness and noise."""
    pieces = pieces_of_speech(utterances)
    for number in range(RECORDINGS):
        channels, lines = _talk(pieces, number, f"apart-{number}")
        random_ = np.random.default_rng(number)
        heard = with_bleed(channels, bleed, seed=number)
        noise = NOISE * 10 ** (random_.uniform(*NOISE_DB, channels.shape[1]) / 20)
        gains = 10 ** (random_.uniform(*GAIN_DB, channels.shape[1]) / 20)
        _write(folder / f"apart-{number}.wav", (heard + random_.normal(0, noise, channels.shape)) * gains, lines)


def write_headsets(headsets: Path, folder: Path, bleed: Bleed) -> None:
    """Write the clips of headsets with that much more of the other in each."""
    for path in sorted(headsets.glob("*.wav")):
        with open_recording(path, channel=1) as one, open_recording(path, channel=2) as two:
            channels = np.stack([one.samples / one.gain, two.samples / two.gain], axis=1)
        truth = path.with_suffix(".rttm").read_text(encoding="utf-8")
        _write(folder / path.name, with_bleed(channels, bleed, seed=1), truth)


def with_bleed(channels: Channels, bleed: Bleed, *, seed: int) -> Channels:
    """Each channel with the others in it, float32 [samples, channels]."""
    if bleed.db is None:
        return channels
    random_ = np.random.default_rng(seed)
    heard = channels.copy()
    for place in range(channels.shape[1]):
        for other in set(range(channels.shape[1])) - {place}:
            late = round(random_.uniform(*bleed.delay_ms) * SAMPLE_RATE_HZ / 1000)
            sound = np.pad(channels[:, other], (late, 0))[: len(channels)]
            heard[:, place] += 10 ** (bleed.db / 20) * (_echoing(sound, random_) if bleed.echo else sound)
    return heard


def _echoing(sound: Sound, random_: np.random.Generator) -> Sound:
    from scipy.signal import fftconvolve

    times_s = np.arange(int(0.3 * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    room = np.exp(-6.9 * times_s / 0.3) * random_.normal(size=len(times_s))
    room /= np.sqrt(np.square(room).sum())
    return (0.6 * sound + 0.8 * fftconvolve(sound, room)[: len(sound)]).astype(np.float32)


def _talk(pieces: dict[str, list[Sound]], number: int, name: str) -> tuple[Channels, str]:
    rng = random.Random(1000 + number)  # noqa: S311
    names = rng.sample(sorted(pieces), 2 + number % 4)
    channels = np.zeros((int((LENGTH_S + 6) * SAMPLE_RATE_HZ), len(names)), np.float32)
    lines = []
    for speaker, start, said in _said(pieces, names, rng):
        channels[start : start + len(said), names.index(speaker)] += said[: len(channels) - start]
        start_s, length_s = start / SAMPLE_RATE_HZ, len(said) / SAMPLE_RATE_HZ
        lines.append(LINE.format(name=name, start=start_s, length=length_s, speaker=speaker))
    return channels, "".join(lines)


def _said(pieces: dict[str, list[Sound]], names: Sequence[str], rng: random.Random) -> Iterator[tuple[str, int, Sound]]:
    clock_s, last = 0.3, ""
    while clock_s < LENGTH_S:
        last = rng.choice([each for each in names if each != last])
        said = _cut(rng.choice(pieces[last]), rng.uniform(*TURN_S))
        start_s = max(0.0, clock_s + rng.uniform(*GAP_S))
        yield last, int(start_s * SAMPLE_RATE_HZ), said
        if rng.random() < ANSWERS and len(said) > 2 * SAMPLE_RATE_HZ:
            other = rng.choice([each for each in names if each != last])
            answer = _cut(rng.choice(pieces[other]), rng.uniform(*ANSWER_S))
            loudness = np.float32(10 ** (rng.uniform(FAINTEST_ANSWER_DB, 0) / 20))
            yield other, int((start_s + rng.uniform(0.5, 1.2)) * SAMPLE_RATE_HZ), answer * loudness
        clock_s = max(clock_s, start_s + len(said) / SAMPLE_RATE_HZ)


def _cut(sound: Sound, length_s: float) -> Sound:
    return sound[: int(length_s * SAMPLE_RATE_HZ)]


def _write(path: Path, channels: NDArray[np.floating], truth: str) -> None:
    import soundfile

    path.parent.mkdir(parents=True, exist_ok=True)
    scaled = channels * min(1.0, 0.9 / np.abs(channels).max())
    soundfile.write(path, scaled, SAMPLE_RATE_HZ, subtype="FLOAT")
    path.with_suffix(".rttm").write_text(truth, encoding="utf-8")
