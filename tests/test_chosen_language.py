"""In which language the window starts, settled before any of its texts is formed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import chosen_language, translation
from desktop_app.chosen_language import opens_the_window
from desktop_app.core.store.settings_file import change_settings
from desktop_app.core.store.settings_path import settings_file

ROOT = Path(translation.__file__).parents[1]


@pytest.mark.parametrize("line", ["", "open talk.wav", "sample", "--version"])
def test_a_command_line_that_opens_the_window_speaks_its_language(line: str) -> None:
    assert opens_the_window(line.split())


@pytest.mark.parametrize("line", ["transcribe talk.wav", "settings window.language de", "doctor", "captions --json"])
def test_all_other_commands_speak_english(line: str) -> None:
    assert not opens_the_window(line.split())


def spoken(*arguments: str, **more: str) -> str:
    """What a fresh process that is asked so calls the first stage of a job."""
    ask = (
        "import sys; from desktop_app import cli\n"
        "try: cli.main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "from desktop_app.core.store.setting_declarations import about_part\n"
        "print(about_part('library').label)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", "LC_ALL": "C.UTF-8", **more}
    for gone in {translation.VARIABLE, "DISPLAY", "WAYLAND_DISPLAY", *(k for k, v in more.items() if not v)}:
        env.pop(gone, None)
    said = subprocess.run([sys.executable, "-c", ask, *arguments], env=env, capture_output=True, text=True, check=True)
    return said.stdout.splitlines()[-1]


def test_it_is_english_at_first() -> None:
    assert spoken("--version") == "Library"


def test_it_is_what_the_settings_say_in_texts_at_the_top_of_modules_too() -> None:
    change_settings({"window.language": "de"})
    assert spoken("--version") == "Bibliothek"
    assert spoken("settings", "window.language") == "Library"


def test_it_is_what_this_computer_speaks_where_nobody_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen_language, "_of_the_system", lambda: "de")
    told: list[str] = []
    monkeypatch.setattr(chosen_language, "speak", told.append)
    chosen_language.speak_as_chosen()
    change_settings({"window.language": "en"})
    chosen_language.speak_as_chosen()
    assert told == ["de", "en"]


@pytest.mark.parametrize("text", ["[window", "window = 5", '[window]\nlanguage = "tlh"', "[window]\nlanguage = 3"])
def test_settings_that_are_wrong_choose_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text)
    monkeypatch.setattr(chosen_language, "_of_the_system", lambda: "")
    told: list[str] = []
    monkeypatch.setattr(chosen_language, "speak", told.append)
    chosen_language.speak_as_chosen()
    assert told == [""]
