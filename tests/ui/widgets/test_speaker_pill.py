"""The letters on a pill."""

import pytest
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN

from desktop_app.ui.look.theme import LIGHT
from desktop_app.ui.widgets.speaker_pill import Pill, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Harbour pilot", "HP"),
        ("Interviewer", "I"),
        ("Speaker 3", "3"),
        ("Speaker 12", "12"),
        ("anna maria lind", "AL"),
        ("Östen", "Ö"),
        ("(unknown)", "U"),
        ("  ", "?"),
        ("…", "?"),
        ("李 雷", "李雷"),
    ],
)
def test_initials_are_at_most_two_characters_of_the_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_pill_has_its_speakers_colour(qtbot: QtBot) -> None:
    pill = Pill(ANNA)
    qtbot.addWidget(pill)
    assert pill.grab().toImage().pixelColor(4, 11).name() == LIGHT.speaker(ANNA.colour).fill
    pill.show_speaker(BEN)
    assert pill.grab().toImage().pixelColor(4, 11).name() == LIGHT.speaker(BEN.colour).fill
