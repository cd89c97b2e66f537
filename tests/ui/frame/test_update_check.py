"""The part of the About page that is about updates."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.updates import address
from desktop_app.core.updates.newest_version import UpdateUnknown
from desktop_app.ui.frame import update_check
from desktop_app.ui.frame.update_check import UpdateCheck


def shown(qtbot: QtBot) -> UpdateCheck:
    made = UpdateCheck()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_an_address_there_is_no_button(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "ADDRESS", "")
    check = shown(qtbot)
    assert check.button.isHidden()
    assert check.words.text() == "Diarist never looks for updates: they come from where you got it."


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("99.0", "Version 99.0 is there: get it where you got this one."),
        ("0.0.1", "This is the newest version."),
        (None, "Whether there is a newer version cannot be found out: it is gone."),
    ],
)
def test_the_address_is_asked_only_when_the_button_is_pressed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, found: str | None, said: str
) -> None:
    asked: list[str] = []

    def answer(of: str) -> str:
        asked.append(of)
        if found is None:
            raise UpdateUnknown("it is gone")
        return found

    monkeypatch.setattr(address, "ADDRESS", "https://diarist.example/newest")
    monkeypatch.setattr(update_check, "newest_version", answer)
    check = shown(qtbot)
    assert "The button asks diarist.example which version is the newest" in check.words.text()
    assert asked == []
    check.button.click()
    assert not check.button.isEnabled()
    qtbot.waitUntil(check.button.isEnabled)
    assert check.words.text() == said
    assert asked == ["https://diarist.example/newest"]
