"""Prints what a player does: probe_player sound, seeks, long HOURS, or cpu. All but the last play into a sink that
leads nowhere, and listen to it."""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.places import ROOT
from desktop_app.core.playback.deck import Deck
from desktop_app.core.playback.player import Player
from desktop_app.core.playback.values import Played

sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "core" / "audio"), str(ROOT / "tests" / "core" / "playback")]
from scripted_output import BLOCK_S, ScriptedSystem, Told
from synthesis import encode, tone
from virtual_microphone import SINK, virtual_microphone

_HZ = 48_000
_EVERY_S = 0.5
_FIRST_S = 0.2
_BURST_S = 0.1
_LOUD = 0.05
_KEYS = 40
_SEEKS = 1000
_TRIES = 3
_SPEEDS = (0.5, 0.75, 1.0, 1.5, 2.0)


def main() -> None:
    """What was asked for."""
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1] == "cpu":
            print(json.dumps(_cpu(Path(folder))))
            return
        with virtual_microphone() as sink:
            os.environ.update(sink.environment)
            parts = {"sound": _sound, "seeks": _seeks, "long": _long}
            print(json.dumps(parts[sys.argv[1]](Path(folder))))


def _sound(folder: Path) -> dict[str, Any]:
    with _player(_bursts(folder / "bursts.wav", 600)) as player, _listening() as heard:
        off = {f"{speed:g}": _off_ms(player, heard, speed) for speed in (0.5, 1.0, 2.0)}
    hum = folder / "hum.wav"
    _write(hum, tone(_HZ, 120, frequency_hz=200))
    with _player(hum) as player, _listening() as heard:
        keys = [_key_to_sound_ms(player, heard) for _ in range(_KEYS)]
        calls = [_longest_call_ms(player) for _ in range(5)]
        gap_ms = _longest_gap_ms(player, heard)
        with _busy():
            busy_ms = _longest_gap_ms(player, heard)
    return {
        "off_ms": off,
        "key_p50_ms": float(np.percentile(keys, 50)),
        "key_p95_ms": float(np.percentile(keys, 95)),
        "longest_call_ms": max(calls),
        "longest_gap_ms": gap_ms,
        "longest_gap_busy_ms": busy_ms,
    }


def _seeks(folder: Path) -> dict[str, Any]:
    chance = random.Random(7)  # noqa: S311
    with _player(_bursts(folder / "bursts.wav", 600)) as player, _listening() as heard:
        before = _off_ms(player, heard, 1.0)
        for _ in range(_SEEKS):
            player.seek(chance.randrange(590_000))
            time.sleep(chance.uniform(0, 0.03))
        return {"seeks": _SEEKS, "before": before, "after": _off_ms(player, heard, 1.0)}


def _long(folder: Path) -> dict[str, Any]:
    hours = float(sys.argv[2])
    path = folder / "long.mp3"
    minute = encode(
        folder / "minute.mp3", tone(44_100, 60), 44_100, "libmp3lame", options={"write_xing": "0", "id3v2_version": "0"}
    ).read_bytes()
    with path.open("wb") as file:
        for _ in range(round(60 * hours)):
            file.write(minute)
    chance = random.Random(7)  # noqa: S311
    with _player(path) as player:
        player.play()
        first_ms = _seek_to_sound_ms(player, round(3_600_000 * hours) - 600_000)
        later = [_seek_to_sound_ms(player, chance.randrange(round(3_500_000 * hours))) for _ in range(50)]
    return {"hours": hours, "first_ms": first_ms, "p95_ms": float(np.percentile(later, 95)), "worst_ms": max(later)}


def _cpu(folder: Path) -> dict[str, Any]:
    path = encode(folder / "talk.mp3", tone(44_100, 150), 44_100, "libmp3lame", layout="stereo")
    return {"ms_per_s": {f"{speed:g}": min(_cpu_ms(path, speed) for _ in range(_TRIES)) for speed in _SPEEDS}}


def _cpu_ms(path: Path, speed: float, seconds: float = 60) -> float:
    """What a second of sound costs: read, stretched and filled in blocks, as fast as it goes."""
    scripted = ScriptedSystem()
    deck = Deck(Told(), scripted.system)
    deck.open(Played((path,)))
    deck.wait_until_looked_through()
    deck.set_speed(speed)
    deck.play()
    began_s = time.process_time()
    block = np.empty((round(BLOCK_S * scripted.now.rate_hz), 2), np.float32)
    for _ in range(round(seconds / BLOCK_S)):
        deck.work()
        scripted.now.fill(block, scripted.now_s)
        scripted.now_s += BLOCK_S
    took_s = time.process_time() - began_s
    deck.close()
    return 1000 * took_s / seconds


class _Heard:
    """What the sink plays, and when: the samples' times by those of the pieces that came soonest."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._pieces: list[NDArray[np.int16]] = []
        self._count = 0
        self._began_s = float("inf")

    def read(self) -> None:
        """Until the process ends."""
        sound = self._process.stdout
        while sound is not None and (piece := sound.read(480)):
            self._pieces.append(np.frombuffer(piece, "<i2", len(piece) // 2))
            self._count += len(piece) // 2
            self._began_s = min(self._began_s, time.monotonic() - self._count / _HZ)

    def until(self, time_s: float) -> None:
        """Return when that was heard."""
        while self._began_s + self._count / _HZ < time_s:
            time.sleep(0.01)

    def since(self, time_s: float) -> tuple[NDArray[np.float32], float]:
        """What was heard since then, and when its first sample was."""
        sound = np.concatenate(self._pieces) / np.float32(32768)
        first = max(0, round((time_s - self._began_s) * _HZ))
        return sound[first:], self._began_s + first / _HZ


@contextmanager
def _listening() -> Iterator[_Heard]:
    command = ["parec", "-d", f"{SINK}.monitor", f"--rate={_HZ}", "--channels=1", "--format=s16le", "--latency-msec=5"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        heard = _Heard(process)
        reader = threading.Thread(target=heard.read)
        reader.start()
        time.sleep(1.0)
        try:
            yield heard
        finally:
            process.terminate()
            reader.join()


@contextmanager
def _player(path: Path) -> Iterator[Player]:
    told = Told()
    with closing(Player(told)) as player:
        player.open(Played((path,)))
        told.wait_for(lambda news: getattr(news, "is_open", False))
        yield player
        if told.failures:
            raise told.failures[0]


def _off_ms(player: Player, heard: _Heard, speed: float, seconds: float = 20) -> dict[str, float]:
    """How far what it says is from what sounds, by the bursts that are heard."""
    player.set_speed(speed)
    player.play(30_000)
    time.sleep(0.5)
    began_s, told = time.monotonic(), []
    while time.monotonic() < began_s + seconds:
        told.append((time.monotonic(), player.position_ms / 1000))
        time.sleep(0.004)
    heard.until(told[-1][0])
    player.pause()
    sound, first_s = heard.since(began_s)
    loud = np.flatnonzero(np.abs(sound) > _LOUD)
    onsets = loud[np.insert(np.diff(loud) > 0.05 * _HZ, 0, True)][1:]
    times_s = first_s + onsets / _HZ
    times_s = times_s[times_s < told[-1][0]]
    places_s = np.interp(times_s, *np.array(told).T)
    off_s = (places_s - _FIRST_S + _EVERY_S / 2) % _EVERY_S - _EVERY_S / 2
    return {
        "mean": float(1000 * off_s.mean()),
        "p95": float(1000 * np.percentile(np.abs(off_s), 95)),
        "worst": float(1000 * np.abs(off_s).max()),
        "bursts": len(off_s),
    }


def _key_to_sound_ms(player: Player, heard: _Heard) -> float:
    player.pause()
    time.sleep(random.uniform(0.4, 0.6))  # noqa: S311
    key_s = time.monotonic()
    player.toggle()
    heard.until(key_s + 0.6)
    sound, first_s = heard.since(key_s)
    return 1000 * (first_s + float(np.argmax(np.abs(sound) > _LOUD)) / _HZ - key_s)


def _longest_call_ms(player: Player) -> float:
    """Of all that a window asks of it, while it plays."""
    longest_s = 0.0
    seek, skip, faster = partial(player.seek, 9000), partial(player.skip, 5), partial(player.set_speed, 1.5)
    for ask in (seek, player.pause, player.toggle, faster, skip):
        began_s = time.perf_counter()
        ask()
        _ = player.position_ms
        longest_s = max(longest_s, time.perf_counter() - began_s)
        time.sleep(0.05)
    player.set_speed(1.0)
    return 1000 * longest_s


def _longest_gap_ms(player: Player, heard: _Heard, seconds: float = 30) -> float:
    player.play(1000)
    time.sleep(0.5)
    began_s = time.monotonic()
    time.sleep(seconds)
    heard.until(began_s + seconds)
    sound, _ = heard.since(began_s)
    player.pause()
    loud = np.flatnonzero(np.abs(sound[: round(seconds * _HZ)]) > _LOUD)
    gaps = np.diff(loud) / _HZ
    return float(1000 * gaps.max())


def _seek_to_sound_ms(player: Player, place_ms: int) -> float:
    """By its own account, which `sound` measures."""
    began_s = time.monotonic()
    player.seek(place_ms)
    while not place_ms < player.position_ms < place_ms + 5000:
        time.sleep(0.001)
    return 1000 * (time.monotonic() - began_s)


@contextmanager
def _busy() -> Iterator[None]:
    """Another thread of the interpreter that never rests."""
    over = threading.Event()

    def work() -> None:
        while not over.is_set():
            sum(number * number for number in range(1000))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _bursts(path: Path, seconds: int) -> Path:
    times_s = np.arange(seconds * _HZ) / _HZ
    return _write(path, tone(_HZ, seconds) * ((times_s - _FIRST_S) % _EVERY_S < _BURST_S))


def _write(path: Path, samples: NDArray[np.float32]) -> Path:
    import soundfile

    soundfile.write(path, samples, _HZ)
    return path


if __name__ == "__main__":
    main()
