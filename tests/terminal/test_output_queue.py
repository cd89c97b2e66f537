"""Text for readers who are slow, read no more, or go."""

import fcntl
import os
from collections.abc import Iterator
from typing import TextIO

import pytest

from desktop_app.terminal.output_queue import Lane, Left, OutputQueue, outgoing
from desktop_app.terminal.standard_streams import LeavableRaw

PIPE_BYTES = 4096


class Pipe:
    """A small pipe, with what was said of it."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self.reader = os.fdopen(reading, "rb")
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        self.stream: TextIO = os.fdopen(writing, "w", encoding="utf-8")
        self.left: list[Left] = []

    def leave(self) -> None:
        """Read no more."""
        self.reader.close()

    def read(self, length: int | None = None) -> str:
        """So many characters, or all that is there until the other end is closed."""
        if length is None:
            self.stream.close()
            return self.reader.read().decode()
        return self.reader.read(length).decode()

    def close(self) -> None:
        """Let go of both ends."""
        self.stream.close()
        self.reader.close()


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    made = Pipe()
    yield made
    made.close()


def raw_of(pipe: Pipe) -> LeavableRaw:
    return LeavableRaw(pipe.stream.buffer.raw)  # type: ignore[attr-defined]


def test_everything_arrives_in_order(pipe: Pipe) -> None:
    with outgoing(pipe.stream, pipe.stream) as (output, errors):
        for number in range(50):
            print(number, file=errors if number % 2 else output, flush=True)
    assert pipe.read().split() == [str(number) for number in range(50)]


def test_a_reader_who_has_gone_is_told_of_once_and_nobody_waits(pipe: Pipe) -> None:
    pipe.leave()
    with outgoing(pipe.stream, pipe.stream, pipe.left.append) as (output, _):
        for _ in range(1000):
            print("x" * 100, file=output, flush=True)
    assert [type(left.error) for left in pipe.left] == [BrokenPipeError]


def test_a_reader_who_reads_no_more_keeps_nobody_waiting_and_what_is_left_out_is_left_out_whole(pipe: Pipe) -> None:
    lane = Lane(room_bytes=2 * PIPE_BYTES, on_left=pipe.left.append)
    output = OutputQueue(raw_of(pipe), "utf-8", lane)
    line = "y" * 99
    for _ in range(1000):
        print(line, file=output, flush=True)
    assert pipe.left == [Left(None)]
    lane.close(patience_s=0.01)
    assert pipe.read(81 * 100).splitlines() == [line] * 81


@pytest.mark.parametrize("waits", [True, False])
def test_a_slow_reader_gets_everything_in_the_end(pipe: Pipe, waits: bool) -> None:
    os.set_blocking(pipe.stream.fileno(), waits)
    lane = Lane(on_left=pipe.left.append)
    output = OutputQueue(raw_of(pipe), "utf-8", lane)
    for number in range(2000):
        print(number, file=output, flush=True)
    whole = "".join(f"{number}\n" for number in range(2000))
    assert pipe.read(len(whole)) == whole
    lane.close()
    assert pipe.left == []


def test_what_is_not_text_of_that_encoding_arrives_as_its_number(pipe: Pipe) -> None:
    lane = Lane()
    print("\udcff", file=OutputQueue(raw_of(pipe), "ascii", lane), flush=True)
    lane.close()
    assert pipe.read() == "\\udcff\n"
