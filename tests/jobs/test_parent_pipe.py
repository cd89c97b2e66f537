import os
import struct
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from desktop_app.jobs.parent_pipe import ParentPipe


@pytest.fixture
def ends() -> Iterator[tuple[Connection, ParentPipe]]:
    """The parent's end, and the child's."""
    parent, child = Pipe()
    yield parent, ParentPipe(child)
    parent.close()
    child.close()


def test_messages_go_both_ways(ends: tuple[Connection, ParentPipe]) -> None:
    parent, pipe = ends
    assert not pipe.has_message()
    parent.send("a request")
    assert pipe.has_message()
    assert pipe.receive() == "a request"
    pipe.send("an answer")
    assert parent.recv() == "an answer"


def test_a_parent_that_has_closed_its_end_ends_the_child(ends: tuple[Connection, ParentPipe]) -> None:
    parent, pipe = ends
    parent.close()
    with pytest.raises(SystemExit) as ended:
        pipe.receive()
    assert ended.value.code is None  # status 0
    with pytest.raises(SystemExit):
        pipe.send("an answer")


def test_a_parent_that_went_without_hearing_everything_ends_the_child(ends: tuple[Connection, ParentPipe]) -> None:
    parent, pipe = ends
    pipe.send("an answer")
    parent.close()  # the pipe is reset, not at its end
    with pytest.raises(SystemExit):
        pipe.receive()


def test_a_parent_that_went_in_the_middle_of_a_message_ends_the_child(ends: tuple[Connection, ParentPipe]) -> None:
    parent, pipe = ends
    os.write(parent.fileno(), struct.pack("!i", 1000) + b"the first of a thousand bytes")
    parent.close()
    assert pipe.has_message()
    with pytest.raises(SystemExit):
        pipe.receive()
