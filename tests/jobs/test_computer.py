"""The computer, kept awake and put to sleep, by programs that stand in for the system's."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.jobs.computer import Computer, SystemPrograms, system_programs

WAITS = (sys.executable, "-I", "-S", "-c", "import sys; open(sys.argv[1], 'w').close(); sys.stdin.read()")


def test_it_is_kept_awake_until_it_need_not_be(qtbot: QtBot, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    computer = Computer(SystemPrograms(awake=(*WAITS, str(begun))))
    computer.keep_awake(True)
    process = computer._awake
    computer.keep_awake(True)
    assert computer._awake is process
    qtbot.waitUntil(begun.exists)
    with qtbot.waitSignal(process.finished):
        computer.keep_awake(False)


def test_nothing_is_left_running(qtbot: QtBot, tmp_path: Path) -> None:
    computer = Computer(SystemPrograms(awake=(*WAITS, str(tmp_path / "begun"))))
    computer.keep_awake(True)
    process = computer._awake
    qtbot.waitUntil((tmp_path / "begun").exists)
    computer.shutdown()
    assert process.state() is process.ProcessState.NotRunning


@pytest.mark.parametrize("program", [(sys.executable, "-I", "-S", "-c", "raise SystemExit(1)"), ("/no/such/program",)])
def test_a_refusal_to_sleep_is_told(qtbot: QtBot, program: tuple[str, ...]) -> None:
    computer = Computer(SystemPrograms(sleep=program))
    assert computer.can_sleep
    with qtbot.waitSignal(computer.refused):
        computer.sleep()


def test_it_is_asked_to_sleep(qtbot: QtBot, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    computer = Computer(SystemPrograms(sleep=(sys.executable, "-I", "-S", "-c", f"open({str(asked)!r}, 'w').close()")))
    with qtbot.assertNotEmitted(computer.refused, wait=300):
        computer.sleep()
        qtbot.waitUntil(asked.exists)


def test_without_programs_nothing_happens(qtbot: QtBot) -> None:
    computer = Computer()
    computer.keep_awake(True)
    computer.keep_awake(False)
    computer.shutdown()
    assert not computer.can_sleep


@pytest.mark.parametrize(
    ("platform", "awake", "sleep"),
    [("linux", "systemd-inhibit", "systemctl"), ("darwin", "caffeinate", "pmset"), ("win32", "", "rundll32.exe")],
)
def test_every_system_has_its_programs(monkeypatch: pytest.MonkeyPatch, platform: str, awake: str, sleep: str) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name)
    programs = system_programs(platform)
    assert (*programs.awake[:1], *programs.sleep[:1]) == tuple(filter(None, (awake, sleep)))
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert system_programs(platform) == SystemPrograms()
