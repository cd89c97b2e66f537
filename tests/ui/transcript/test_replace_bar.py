"""The bar itself: what its keys and buttons ask for, what it says, and where it stands."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN

from desktop_app.core.editing.finding import FindOptions
from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.transcript.columns import columns_for
from desktop_app.ui.transcript.replace_bar import ReplaceBar


@pytest.fixture
def bar(qtbot: QtBot) -> ReplaceBar:
    made = ReplaceBar()
    qtbot.addWidget(made)
    made.resize(800, 200)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_count(3)
    made.field.setFocus()
    return made


@pytest.mark.parametrize(
    ("key", "modifiers", "signal", "said"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "replace_asked", ["new"]),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "replace_asked", ["new"]),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "all_asked", ["new"]),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "stepped", [-1]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "stepped", [1]),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "left", []),
    ],
)
def test_keys_in_the_field(
    qtbot: QtBot, bar: ReplaceBar, key: Qt.Key, modifiers: Qt.KeyboardModifier, signal: str, said: list[object]
) -> None:
    qtbot.keyClicks(bar.field, "new")
    with qtbot.waitSignal(getattr(bar, signal)) as asked:
        qtbot.keyClick(bar.field, key, modifiers)
    assert asked.args == said


def test_enter_on_a_button_presses_it(qtbot: QtBot, bar: ReplaceBar) -> None:
    bar.replace_all.setFocus()
    with qtbot.waitSignal(bar.all_asked):
        qtbot.keyClick(bar.replace_all, Qt.Key.Key_Return)
    bar.close_button.setFocus()
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.close_button, Qt.Key.Key_Return)


def test_without_a_match_there_is_nothing_to_replace(bar: ReplaceBar) -> None:
    bar.show_count(0)
    assert not bar.replace.isEnabled()
    assert not bar.replace_all.isEnabled()


def test_what_is_wrong_with_the_search_stays_until_it_is_mended_and_the_rest_until_something_is_typed(
    qtbot: QtBot, bar: ReplaceBar
) -> None:
    bar.show_trouble("No expression.")
    bar.refuse("No such group.")
    bar.tell("Replaced in 3 places.")
    assert (bar.trouble.text(), bar.said.text()) == ("No expression.", "Replaced in 3 places.")
    assert bar.field.accessibleDescription() == "No expression."
    bar.show_trouble("")
    assert bar.trouble.text() == bar.field.accessibleDescription() == "No such group."
    qtbot.keyClicks(bar.field, "x")
    assert not bar.trouble.isVisible()
    assert not bar.said.isVisible()


def test_it_stands_where_the_text_stands_though_it_was_hidden(qtbot: QtBot, bar: ReplaceBar) -> None:
    bar.hide()
    columns = columns_for(600)
    bar.align(columns)
    bar.resize(600, 200)
    bar.show()
    frame = bar.field.parentWidget()
    qtbot.waitUntil(lambda: frame.geometry().right() + 1 == columns.page_right)
    assert frame.x() == columns.page_left


def test_whoever_is_chosen_stays_so_under_another_name(qtbot: QtBot, bar: ReplaceBar) -> None:
    choices = bar.choices
    choices.show_speakers((ANNA, BEN))
    choices.whose()[2].trigger()
    choices.show_speakers((ANNA, Speaker(BEN.id, "R&B", 1)))
    assert choices.options() == FindOptions(speaker=BEN.id)
    assert choices.toolTip() == "How to search: R&B"
    with qtbot.waitSignal(choices.changed) as changed:
        choices.show_speakers((ANNA,))
    assert changed.args == [FindOptions()]
    assert choices.text() == "Options…"
