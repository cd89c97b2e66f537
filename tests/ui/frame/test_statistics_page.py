"""The page of figures, and its picture as a file."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.ui.frame.statistics_page import StatisticsPage

TALK = transcript(turn("good morning have you seen it", 1000), turn("I have", 6000, BEN))


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[StatisticsPage]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = StatisticsPage(TALK, "Harbour", tmp_path, parent)
    made.show()
    yield made
    parent.close()


def test_every_figure_is_told_with_whom_and_what_it_is_of(page: StatisticsPage) -> None:
    told = {label.accessibleName() for label in page.findChildren(QLabel)}
    assert f"{ANNA.name}, Words: 6" in told
    assert f"{BEN.name}, Turns: 1" in told


def test_the_picture_is_kept_as_it_is_shown(page: StatisticsPage, tmp_path: Path) -> None:
    path = tmp_path / "harbour.svg"
    page.save_to(str(path))
    assert ElementTree.fromstring(path.read_text(encoding="utf-8")).tag.endswith("svg")
    assert page.news.text() == f"Saved as {path}."


def test_a_place_that_takes_nothing_is_told(page: StatisticsPage, tmp_path: Path) -> None:
    page.save_to(str(tmp_path / "nowhere" / "harbour.svg"))
    assert "cannot be written" in page.news.text()
