"""What is printed where nobody reads it, or nothing can be written."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest

from desktop_app.terminal.standard_streams import open_standard_streams, output_fault


@contextmanager
def printing_to(stream: TextIO | None) -> Iterator[None]:
    """As the command line does it, with this as what standard output is at first."""
    before = sys.stdout, sys.stderr
    sys.stdout = stream  # type: ignore[assignment]
    try:
        open_standard_streams()
        yield
    finally:
        sys.stdout, sys.stderr = before
        if stream is not None:
            stream.close()


def test_what_is_printed_after_the_reader_has_gone_is_dropped_and_no_fault() -> None:
    reading, writing = os.pipe()
    with printing_to(os.fdopen(writing, "w", encoding="utf-8")):
        print("heard", flush=True)
        assert os.read(reading, 100) == b"heard" + os.linesep.encode()
        os.close(reading)
        print("not heard", flush=True)
        print("nor this", flush=True)
        assert output_fault() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_an_output_that_cannot_be_written_is_a_fault_that_is_told() -> None:
    with printing_to(Path("/dev/full").open("w", encoding="utf-8")):
        print("lost", flush=True)
        print("lost")
        assert output_fault() == "standard output cannot be written (No space left on device)"


def test_a_stream_that_was_closed_before_the_program_began_takes_everything() -> None:
    with printing_to(None):
        print("nothing", flush=True)
        assert output_fault() == ""
        sys.stdout.close()


def test_names_that_are_no_text_are_printed_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "out"
    with printing_to(file.open("w", encoding="ascii")):
        print("\udcff ä", flush=True)
    assert file.read_text() == "\\udcff \\xe4\n"


def test_doing_it_twice_is_doing_it_once() -> None:
    with printing_to(Path(os.devnull).open("w", encoding="utf-8")):
        once = sys.stdout
        open_standard_streams()
        assert sys.stdout is once
        assert not once.isatty()
