"""Lanes are made beside the window's thread, for the newest value of the document."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.ui.player.lane_making import LaneMaking
from desktop_app.ui.player.lanes import Lanes
from desktop_app.ui.state.document import Document

TALK = transcript(turn("good morning", 1000), turn("I have", 6000, BEN))


@pytest.fixture
def document() -> Document:
    made = Document(TALK)
    made.finish(TALK)
    return made


@pytest.fixture
def making(qtbot: QtBot, document: Document) -> LaneMaking:
    made = LaneMaking()
    with qtbot.waitSignal(made.made, check_params_cb=lambda lanes: lanes is not None):
        made.show_document(document)
    return made


def names(lanes: Lanes) -> list[str]:
    return [lane.speaker.name for lane in lanes.lanes]


def test_a_new_name_and_other_speakers_are_shown(qtbot: QtBot, making: LaneMaking, document: Document) -> None:
    with qtbot.waitSignal(making.made) as made:
        document.rename(ANNA.id, "Anna")
    assert names(made.args[0]) == ["Anna", "Speaker 2"]
    with qtbot.waitSignal(making.made) as made:
        document.merge(ANNA.id, BEN.id)
    assert names(made.args[0]) == ["Anna"]


def test_turns_that_come_are_shown_a_little_later(qtbot: QtBot, making: LaneMaking, document: Document) -> None:
    with qtbot.waitSignal(making.made) as made:
        document.add_turns((turn("late", 9000),), (ANNA,))
        document.add_turns((turn("later", 12_000),), (ANNA,))
    assert made.args[0].turn_starts_ms.tolist() == [1000, 6000, 9000, 12_000]


def test_only_the_newest_value_is_told(qtbot: QtBot, making: LaneMaking, document: Document) -> None:
    told: list[Lanes | None] = []
    making.made.connect(told.append)
    other = Document(replace(TALK, turns=TALK.turns[:1], speakers=TALK.speakers[:1]))
    making.show_document(other)
    making.show_document(document)
    making.show_document(other)
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told[:3] == [None] * 3
    assert told[3] is not None
    assert names(told[3]) == ["Speaker 1"]


def test_without_a_document_there_are_no_lanes(qtbot: QtBot, making: LaneMaking) -> None:
    with qtbot.waitSignal(making.made) as made:
        making.show_document(None)
    assert made.args == [None]
