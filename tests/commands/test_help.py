"""What `--help` of every command says, as somebody reads it in a terminal."""

import re

import pytest

from desktop_app.commands import program

WIDTH = 80
COMMANDS = tuple(program._COMMANDS)


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(WIDTH))


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """All but its examples."""
    assert program.run([*command, "--help"]) == 0
    return capsys.readouterr().out.partition("\nexamples:")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does_in_lines_that_fit(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = help_of(capsys, command)
    usage, what, *_ = said.split("\n\n")
    assert usage.startswith(f"usage: diarist {command}")
    assert not what.startswith(("positional", "options"))
    assert max(map(len, said.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    "command",
    [(each,) for each in COMMANDS] + [("models", each) for each in ("list", "fetch", "import", "verify", "remove")],
)
def test_whatever_can_be_typed_is_explained(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    arguments = re.split(r"\n(?=  \S)", help_of(capsys, *command))[1:]
    typed = [each for each in arguments if re.match(r"  (-|\S+($|\n|  ))", each)]
    assert typed
    assert [each for each in typed if not re.search(r"\S {2,}\S|\n {6,}\S", each.strip())] == []


def test_names_of_formats_are_not_torn(capsys: pytest.CaptureFixture[str]) -> None:
    words = help_of(capsys, "transcribe").replace(",", " ").split()
    assert {"ttml", "qualcoder", "TextGrid", "seglst"} <= set(words)


@pytest.mark.parametrize("command", ["export", "transcribe"])
def test_what_goes_out_is_said_for_the_command_line(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = " ".join(help_of(capsys, command).split())
    assert "--start TIME leave out what is said before, such as 1:30" in said
    assert "One to a line" not in said
