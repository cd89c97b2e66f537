"""Garbage is collected in one thread."""

import gc
from collections.abc import Iterator
from threading import Thread, current_thread

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.jobs.garbage_collection import GarbageCollection


class Cyclic:
    """Says in which thread it is deleted."""

    def __init__(self, deleted_in: list[Thread]) -> None:
        self._itself = self
        self._deleted_in = deleted_in

    def __del__(self) -> None:
        self._deleted_in.append(current_thread())


@pytest.fixture
def collection(qtbot: QtBot) -> Iterator[GarbageCollection]:
    made = GarbageCollection()
    made.start()
    yield made
    made.stop()
    assert gc.isenabled()


def make_garbage(deleted_in: list[Thread]) -> None:
    kept = []
    for _ in range(20_000):
        Cyclic(deleted_in)
        kept.append([])


def test_what_other_threads_throw_away_is_deleted_in_this_one(qtbot: QtBot, collection: GarbageCollection) -> None:
    deleted_in: list[Thread] = []
    thread = Thread(target=make_garbage, args=(deleted_in,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(deleted_in) == 20_000, timeout=20_000)
    assert set(deleted_in) == {current_thread()}


def test_stopping_what_was_never_started_changes_nothing() -> None:
    gc.disable()
    GarbageCollection().stop()
    assert not gc.isenabled()
    gc.enable()
