"""What is done to a transcript, as a menu: by what it is done to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from desktop_app.ui.frame.actions import Actions


def fill_correcting_menu(menu: QMenu, actions: Actions, *, write_modules: Callable[[], None]) -> None:
    """Put the actions into the menu. write_modules: lets somebody write the text modules."""
    turns = (actions.join, actions.delete_turn, actions.border_back, actions.border_forth)
    menu.addMenu(tr("Turns")).addActions(turns)
    speakers = menu.addMenu(tr("Speakers"))
    for title, numbered in (
        (tr("Give to"), actions.give),
        (tr("Split, and give the second part to"), actions.split_and_give),
        (tr("Give from here on to"), actions.give_from_here),
    ):
        speakers.addMenu(title).addActions(list(numbered))
    speakers.addAction(actions.new_speaker)
    menu.addMenu(tr("Marks")).addActions([actions.inaudible, actions.uncertain, actions.off_record])
    modules = menu.addMenu(tr("Text modules"))
    modules.addActions(list(actions.text_module))
    modules.addAction(tr("Write them…"), write_modules)
    menu.addMenu(tr("Find", "a menu")).addActions([actions.replace, actions.replace_equal])
    menu.addSeparator()
    menu.addActions([actions.next_doubt, actions.done_here, actions.go_to_done])
    menu.addSeparator()
    again = [actions.hear_turn_again, actions.hear_all_again, actions.find_speakers, actions.write_words]
    menu.addActions([actions.first_draft, *again])
