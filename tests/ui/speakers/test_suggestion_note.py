"""On a card: whom the voice sounds like, with an answer for the keyboard and words for a screen reader."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.core.known_voices.suggestions import Suggestion
from desktop_app.ui.speakers.speaker_card import SpeakerCard
from desktop_app.ui.speakers.speakers_panel import SpeakersPanel
from desktop_app.ui.state.document import Document

SOUNDS = Suggestion("Anna", 0.7, 0.915)


@pytest.fixture
def document() -> Document:
    return Document(transcript(turn("one two three"), turn("four", 5000, BEN)))


@pytest.fixture
def panel(qtbot: QtBot, document: Document) -> SpeakersPanel:
    made = SpeakersPanel()
    qtbot.addWidget(made)
    made.resize(250, 500)
    made.show_document(document)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_suggestions({BEN.id: SOUNDS})
    return made


def reach(qtbot: QtBot, card: SpeakerCard, name: str) -> None:
    """Tab from the card to the button of that name."""
    card.setFocus()
    for _ in range(5):
        focused = card.window().focusWidget()
        if focused.accessibleName() == name:
            return
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached")


def test_it_is_asked_on_the_speakers_card_alone(panel: SpeakersPanel) -> None:
    assert [card.suggestion.isVisible() for card in panel.cards] == [False, True]
    note = panel.cards[1].suggestion
    assert note.text.text() == "Anna? 92 %"
    assert note.text.accessibleName() == "Sounds like Anna, 92 percent"
    assert panel.cards[1].accessibleDescription() == "Sounds like Anna, 92 percent"


def test_yes_gives_the_name(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    card = panel.cards[1]
    reach(qtbot, card, "Yes, this is Anna")
    qtbot.keyClick(card.suggestion.yes, Qt.Key.Key_Space)
    assert document.transcript.speaker(BEN.id).name == "Anna"
    assert card.hasFocus()
    document.undo()
    assert document.transcript.speaker(BEN.id).name == "Speaker 2"


def test_no_refuses_it(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    card = panel.cards[1]
    reach(qtbot, card, "No, this is not Anna")
    with qtbot.waitSignal(panel.suggestion_refused) as refused:
        qtbot.keyClick(card.suggestion.no, Qt.Key.Key_Space)
    assert refused.args == [BEN.id]
    assert document.transcript.speaker(BEN.id).name == "Speaker 2"
    assert card.hasFocus()


def test_a_name_that_another_has_is_noted(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    document.rename(ANNA.id, "Anna")
    panel.cards[1].suggestion.yes.click()
    assert panel.cards[1].namesake.isVisible()


def test_it_goes_with_what_is_suggested(panel: SpeakersPanel) -> None:
    panel.show_suggestions({})
    assert not any(card.suggestion.isVisible() for card in panel.cards)
    assert panel.cards[1].accessibleDescription() == ""


def test_a_long_name_leaves_the_figure_to_be_read(qtbot: QtBot, panel: SpeakersPanel) -> None:
    panel.resize(400, 500)  # without the style sheet, buttons are wide
    panel.show_suggestions({BEN.id: Suggestion("Wilhelmina van der Heuvel-Østergaard", 0.7, 0.9)})
    label = panel.cards[1].suggestion.text

    def shown() -> str:
        room = label.contentsRect().width()
        return label.fontMetrics().elidedText(label.text(), Qt.TextElideMode.ElideMiddle, room)

    qtbot.waitUntil(lambda: shown().startswith("Wil") and shown().endswith("90 %"))
