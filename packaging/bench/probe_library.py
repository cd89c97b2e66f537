"""Prints how quick a library of very many recordings is: probe_library index RECORDINGS, or sync PROJECTS."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer

from bench.synthetic_talk import SPEAKERS, WORDS_AN_HOUR, Talks, transcript_of
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project
from desktop_app.core.project.values import Facts, Recording
from desktop_app.jobs.library import Library

TIMES = 40
TICK_MS = 1
IDLE_MS = 5000
_RARE, _COMMON = slice(20_000, 20_000 + TIMES), slice(200, 200 + TIMES)


def main() -> None:
    """Measure one of the two, in folders of its own."""
    what, count = sys.argv[1], int(sys.argv[2])
    with TemporaryDirectory(prefix="diarist-bench-") as folder:
        print(json.dumps(_index(Path(folder), count) if what == "index" else _sync(Path(folder), count)))


def _index(folder: Path, count: int) -> dict[str, Any]:
    """The index by itself: filled, listed, searched."""
    talks = Talks()
    words, put_s = 0, 0.0
    with LibraryIndex(folder / "index") as index:
        for number, project in enumerate(talks.projects(count)):
            words += sum(len(turn.words) for turn in project.turns or ())
            put_s += _took_s(lambda each=project, path=folder / f"{number}.diarist": index.put(path, each, "1:2:3"))
    with LibraryIndex(folder / "index") as index:
        list_s = [_took_s(index.entries) for _ in range(5)]
        searches = {kind: _searched(index, queries) for kind, queries in _queries(talks).items()}
    size_mb = sum(each.stat().st_size for each in folder.glob("index*")) / 1e6
    return {
        "recordings": count,
        "words": words,
        "hours": words / WORDS_AN_HOUR,
        "put_ms": 1000 * put_s / count,
        "first_list_ms": 1000 * list_s[0],
        "list_ms": 1000 * min(list_s),
        "size_mb": size_mb,
        "searches": searches,
    }


def _queries(talks: Talks) -> dict[str, list[str]]:
    words = talks.words.tolist()
    pairs = [turn.words for _ in range(3) for turn in talks.turns() if len(turn.words) > 1]
    return {
        "a rare word": words[_RARE],
        "a frequent word": [f'"{word}"' for word in words[:TIMES]],
        "two letters, the beginning of a word": [word[:2] for word in words[_COMMON]],
        "three letters": [word[:3] for word in words[_COMMON]],
        "two words": [f"{one} {other}" for one, other in zip(words[:TIMES], words[_COMMON], strict=True)],
        "two words in quotes": [f'"{pair[0]} {pair[1]}"' for pair in pairs[:TIMES]],
        "a speaker and a word": [f"{SPEAKERS[0]} {word}" for word in words[_COMMON]],
        "what all recordings are called": ["interview"] * TIMES,
    }


def _searched(index: LibraryIndex, queries: list[str]) -> dict[str, float]:
    times_ms = [1000 * _took_s(lambda query=query: index.search(query)) for query in queries]
    return {"p50_ms": float(np.percentile(times_ms, 50)), "p95_ms": float(np.percentile(times_ms, 95))}


def _sync(folder: Path, count: int) -> dict[str, Any]:
    """A window that begins with nothing, and then again with all of it, while its own thread ticks."""
    _write_projects(folder, count)
    application = QCoreApplication([])
    with _own_home(folder / "home"):
        idle_ms = _idle_stall_ms(application)
        first, again = (_looked_through(application, folder) for _ in range(2))
    return {
        "projects": count,
        "first_ms": 1000 * first["took_s"] / count,
        "again_ms": 1000 * again["took_s"],
        "stall_ms": first["stall_ms"],
        "idle_stall_ms": idle_ms,
    }


def _write_projects(folder: Path, count: int) -> None:
    talks = Talks()
    facts = Facts(Recording("Interview", datetime(2026, 1, 1, tzinfo=UTC)))
    for number in range(count):
        named = replace(facts, recording=replace(facts.recording, name=f"Interview {number}"))
        with create_project(folder / f"{number}.diarist", named) as project:
            project.record_transcript(MachineTranscript(transcript_of(talks.turns()), JobOptions()))


def _looked_through(application: QCoreApplication, folder: Path) -> dict[str, float]:
    library = Library([folder])
    library.looked_through.connect(application.quit)
    with _stalls() as stalls_s:
        took_s = _took_s(lambda: (library.start(), application.exec()))
    library.shutdown()
    return {"took_s": took_s, "stall_ms": 1000 * max(stalls_s)}


def _idle_stall_ms(application: QCoreApplication) -> float:
    """What the machine alone does to the window."""
    QTimer.singleShot(IDLE_MS, application.quit)
    with _stalls() as stalls_s:
        application.exec()
    return 1000 * max(stalls_s)


@contextmanager
def _stalls() -> Iterator[list[float]]:
    """How late a timer of this thread was, each time."""
    late_s: list[float] = [0.0]
    last_s = [time.perf_counter()]

    def tick() -> None:
        now_s = time.perf_counter()
        late_s.append(now_s - last_s[0] - TICK_MS / 1000)
        last_s[0] = now_s

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    yield late_s
    timer.stop()


@contextmanager
def _own_home(home: Path) -> Iterator[None]:
    before = dict(os.environ)
    os.environ |= {name: str(home / name) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA")}
    yield
    os.environ.clear()
    os.environ |= before


def _took_s(work: Callable[[], object]) -> float:
    started_s = time.perf_counter()
    work()
    return time.perf_counter() - started_s


if __name__ == "__main__":
    main()
