"""The page that says what this is, and the page of licences behind it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import __version__, third_parties
from desktop_app.ui.frame.about import AboutPage
from desktop_app.ui.frame.licences_page import LicencesPage
from desktop_app.ui.frame.main_window import MainWindow


@pytest.fixture
def about(qtbot: QtBot, window: MainWindow) -> AboutPage:
    page = AboutPage(window)
    page.open()
    qtbot.waitExposed(page)
    return page


def said(page: AboutPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def licences_of(about: AboutPage) -> LicencesPage:
    about.licences.click()
    (page,) = about.findChildren(LicencesPage)
    return page


def test_it_says_version_licence_and_whose_the_models_are(about: AboutPage) -> None:
    assert f"Version {__version__}" in said(about)
    assert "Diarist is free software under the MIT License." in said(about)
    assert "General Public License" not in said(about)
    assert "pyannote community-1 by Hervé Bredin and the pyannote contributors. CC-BY-4.0." in said(about)
    assert "WeSpeaker ResNet34-LM by the WeSpeaker authors" in said(about)
    about.close()


def test_buttons_that_are_added_stand_before_the_one_that_closes(qtbot: QtBot, about: AboutPage) -> None:
    added = QPushButton("Something else")
    about.add_button(added)
    qtbot.waitUntil(added.isVisible)
    order = [about.buttons.itemAt(place).widget() for place in range(about.buttons.count())]
    assert [each for each in order if each is not None] == [about.licences, added, about.close_button]
    assert about.close_button.hasFocus()
    qtbot.keyClick(about.close_button, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is added
    qtbot.keyClick(added, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is about.licences
    about.close()


def test_the_licences_of_what_is_installed_are_read_with_the_keyboard(qtbot: QtBot, about: AboutPage) -> None:
    page = licences_of(about)
    lines = [page.list.item(row).text() for row in range(page.list.count())]
    assert any(line.startswith("numpy ") and "BSD-3-Clause" in line for line in lines)
    assert not page.open_texts.isVisible()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.currentRow() == len(lines) - 1
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.isVisible()
    about.close()


def test_the_application_shows_the_list_and_the_texts_that_it_brings_along(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = tmp_path / third_parties.TEXTS
    texts.mkdir()
    brought = [{"name": "x264", "version": "165", "licence": "GPL-2.0-or-later"}]
    (texts / third_parties.LIST).write_text(json.dumps(brought))
    monkeypatch.setattr(third_parties.licence_texts, "__defaults__", (tmp_path,))
    monkeypatch.setattr(third_parties.third_parties, "__defaults__", (tmp_path,))
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    about = AboutPage(window)
    about.open()
    assert "GNU General Public License, version 3" in said(about)
    page = licences_of(about)
    assert [page.list.item(row).text() for row in range(page.list.count())] == ["x264 165: GPL-2.0-or-later"]
    page.open_texts.click()
    assert opened == [QUrl.fromLocalFile(str(texts))]
    page.close()
    about.close()
