"""Prints how `diarist captions` does on recordings played to a virtual microphone: probe_captions FOLDER."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np

from bench.places import ROOT
from desktop_app.core.asr.estimated_times import estimate_word_times
from desktop_app.core.evaluation.corpus import find_items, read_truth
from desktop_app.core.evaluation.word_errors import compare_words, in_order
from desktop_app.core.pipeline.engines import Engines

sys.path.append(str(ROOT / "tests"))
from virtual_microphone import VirtualMicrophone, virtual_microphone

_GAP_S = 1.0
_SETTLING_S = 4.0
Told = tuple[float, Mapping[str, Any]]
"""When it was told, in seconds, and the event."""


def main() -> None:
    """All recordings of the folder in one go."""
    Engines().prepare(lambda _: None)
    items = find_items(Path(sys.argv[1]))
    with virtual_microphone() as microphone:
        told, spent_s, processor_s = _captioned(microphone, [item.recording for item in items])
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    zero_s = min(at_s - event["at_ms"] / 1000 for at_s, event in told if event["type"] == "level")
    finals = {event["turn"]: event for _, event in told if event["type"] == "final" and event["text"]}
    settled = _settled(told)
    turn_s = [settled[turn] - zero_s - final["end_ms"] / 1000 for turn, final in finals.items() if turn in settled]
    truth = " ".join(in_order(read_truth(item).texts or ()) for item in items)
    text = " ".join(final["text"] for final in sorted(finals.values(), key=lambda final: final["start_ms"]))
    words = compare_words(truth, text)
    print(
        json.dumps(
            {
                "recogniser": "Moonshine",
                "duration_s": spent_s,
                "word_s": _middle_and_late(list(_word_delays(told, finals, zero_s))),
                "turn_s": _middle_and_late(turn_s),
                "cores": processor_s / spent_s,
                "peak_mb": peak_mb,
                "turns": len(finals),
                "untold": len(finals) - len(turn_s),
                "wer": 100 * words.errors / words.reference_words,
            }
        )
    )


def _captioned(microphone: VirtualMicrophone, sounds: Sequence[Path]) -> tuple[list[Told], float, float]:
    """What was told while the sounds were played, how long that took, and the command's seconds of processor."""
    command = [sys.executable, "-m", "desktop_app", "captions", "--json"]
    environment = {**os.environ, **microphone.environment}
    told: list[Told] = []
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        listener = Thread(target=_listen, args=(child, told))
        listener.start()
        while not any(event["type"] == "lag" for _, event in told):  # the engines are loaded
            time.sleep(0.1)
        began_s, before_s = time.monotonic(), _processor_s(child.pid)
        for sound in sounds:
            microphone.play(sound)
            time.sleep(_GAP_S)
        time.sleep(_SETTLING_S)
        spent_s, processor_s = time.monotonic() - began_s, _processor_s(child.pid) - before_s
        child.send_signal(signal.SIGINT)
        listener.join()
    return told, spent_s, processor_s


def _processor_s(pid: int) -> float:
    """What a process and those that it started have used of the processor so far, by Linux' account."""
    process = Path("/proc") / str(pid)
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    children = [int(child) for listed in process.glob("task/*/children") for child in listed.read_text().split()]
    own_s = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own_s + sum(map(_processor_s, children))


def _listen(child: "subprocess.Popen[str]", told: list[Told]) -> None:
    assert child.stdout is not None  # noqa: S101
    for line in child.stdout:
        told.append((time.monotonic(), json.loads(line)))


def _settled(told: Sequence[Told]) -> dict[int, float]:
    """When each turn was final and had a speaker."""
    settled: dict[int, float] = {}
    for at_s, event in told:
        if event["type"] in {"final", "revision"} and event["speaker"]:
            settled.setdefault(event["turn"], at_s)
    return settled


def _word_delays(told: Sequence[Told], finals: Mapping[int, Mapping[str, Any]], zero_s: float) -> Iterator[float]:
    """How long after its end each word of the finals was reached by a text on the screen, in seconds."""
    shown = [(at_s, event) for at_s, event in told if event["type"] in {"partial", "final"} and event["text"]]
    for final in finals.values():
        for word in estimate_word_times(final["text"], final["end_ms"] - final["start_ms"]):
            end_ms = final["start_ms"] + word.end_ms
            at_s = next(at_s for at_s, event in shown if event["start_ms"] < end_ms <= event["end_ms"])
            yield max(0.0, at_s - zero_s - end_ms / 1000)


def _middle_and_late(delays_s: Sequence[float]) -> list[float]:
    return [round(float(value), 3) for value in np.percentile(delays_s, (50, 95))]


if __name__ == "__main__":
    main()
