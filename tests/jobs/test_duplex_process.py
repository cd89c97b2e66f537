import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.jobs.duplex_process import DuplexProcess

NAME = "diarist-parrot"
TIMEOUT_MS = 30_000


def parrot(connection: Connection) -> None:
    """Says every word twice; writes the file it was told of when nobody talks to it any more."""
    last: object = None
    try:
        while True:
            last = connection.recv()
            connection.send(last)
            connection.send(last)
    except (EOFError, OSError):  # a pipe ends in many ways
        if isinstance(last, Path):
            last.write_text("ended by itself")


@pytest.fixture
def conversation(qtbot: QtBot) -> Iterator[DuplexProcess]:
    made = DuplexProcess(parrot, name=NAME)
    yield made
    made.close()
    assert [child for child in active_children() if child.name == NAME] == []


def pid_of(conversation: DuplexProcess) -> int:
    assert conversation._line is not None
    pid = conversation._line.process.pid
    assert pid is not None
    return pid


def test_what_is_said_comes_in_order_without_being_asked_for(qtbot: QtBot, conversation: DuplexProcess) -> None:
    heard: list[object] = []
    conversation.said.connect(heard.append)
    conversation.tell("one")
    conversation.tell("two")
    qtbot.waitUntil(lambda: len(heard) == 4, timeout=TIMEOUT_MS)
    assert heard == ["one", "one", "two", "two"]


def test_a_process_that_nobody_talks_to_any_more_ends_by_itself(
    qtbot: QtBot, conversation: DuplexProcess, tmp_path: Path
) -> None:
    with qtbot.waitSignal(conversation.said, timeout=TIMEOUT_MS):
        conversation.tell(tmp_path / "last words")
    conversation.close()
    assert not conversation.is_open
    assert (tmp_path / "last words").read_text() == "ended by itself"


def test_a_killed_process_is_told_with_how_it_ended_and_the_next_word_begins_another(
    qtbot: QtBot, conversation: DuplexProcess
) -> None:
    with qtbot.waitSignal(conversation.said, timeout=TIMEOUT_MS):
        conversation.tell("hello")
    with qtbot.waitSignal(conversation.died, timeout=TIMEOUT_MS) as died:
        os.kill(pid_of(conversation), signal.SIGKILL)
    assert died.args == ["it was ended by SIGKILL"]
    assert not conversation.is_open
    with qtbot.waitSignal(conversation.said, timeout=TIMEOUT_MS) as said:
        conversation.tell("again")
    assert said.args == ["again"]


def test_closing_what_was_never_begun_does_nothing(conversation: DuplexProcess) -> None:
    conversation.close()
    assert not conversation.is_open
