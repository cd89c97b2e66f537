"""Processes of ours that end unexpectedly leave a report at once."""

import os
import re
import signal
from multiprocessing.connection import Connection

import pytest

from desktop_app.core.faults.crash_reports import of_a_part, reports
from desktop_app.core.faults.crash_watch import watched_folder
from desktop_app.jobs.child_process import clear_up, see_out, started


def _shoot_down(connection: Connection) -> None:
    connection.recv()
    os.kill(os.getpid(), signal.SIGSEGV)


def _fail(connection: Connection) -> None:
    raise ValueError(connection.recv())


def _end(connection: Connection) -> None:
    connection.recv()


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_one_that_is_shot_down_inside_native_code_leaves_its_calls() -> None:
    process, connection = started(_shoot_down, "diarist-engine")
    connection.send(None)
    clear_up(process)
    (report,) = reports()
    assert report.name.endswith("-diarist-engine.txt")
    assert of_a_part(report)
    text = report.read_text(encoding="utf-8")
    assert "Segmentation fault" in text
    assert re.search(r"test_child_process, line \d+ in _shoot_down", text)
    assert list(watched_folder().iterdir()) == []
    connection.close()


def test_an_error_that_nothing_caught_is_reported_without_its_words(capfd: pytest.CaptureFixture[str]) -> None:
    process, connection = started(_fail, "diarist-library")
    connection.send("what Anna said")
    clear_up(process)
    (report,) = reports()
    assert "in _fail\nValueError\n" in report.read_text(encoding="utf-8")
    assert "what Anna said" in capfd.readouterr().err
    connection.close()


def test_one_that_ends_as_it_should_leaves_nothing() -> None:
    process, connection = started(_end, "diarist-library")
    connection.send(None)
    see_out(process)
    assert reports() == ()
    assert list(watched_folder().iterdir()) == []
    connection.close()
