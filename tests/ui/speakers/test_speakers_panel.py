"""The cards of the speakers."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, transcript, turn

from desktop_app.ui.speakers.speaker_card import SpeakerCard
from desktop_app.ui.speakers.speakers_panel import SpeakersPanel
from desktop_app.ui.state.document import Document


@pytest.fixture
def document() -> Document:
    return Document(transcript(turn("one two three"), turn("four", 5000, BEN)))


@pytest.fixture
def panel(qtbot: QtBot, document: Document) -> SpeakersPanel:
    made = SpeakersPanel()
    qtbot.addWidget(made)
    made.resize(250, 500)
    made.filled.connect(made.setVisible)
    made.show_document(document)
    made.activateWindow()
    return made


def names(panel: SpeakersPanel) -> list[str]:
    return [card.name.label.text() for card in panel.cards]


def test_each_speaker_with_words_has_a_card(panel: SpeakersPanel, document: Document) -> None:
    assert names(panel) == ["Speaker 1", "Speaker 2"]
    document.finish(transcript(turn("one"), turn("", 1000, CLEO)))
    assert names(panel) == ["Speaker 1", "Speaker 2"]


def test_a_card_says_share_time_and_turns(panel: SpeakersPanel) -> None:
    card = panel.cards[0]
    assert card.share.text().replace("\u202f", " ") == "75 %"
    assert card.figures.text() == "00:00 · 1 turn"
    assert card.accessibleName().startswith("Speaker 1, 75")


def test_the_panel_is_hidden_while_nobody_speaks(panel: SpeakersPanel) -> None:
    assert panel.isVisible()
    panel.show_document(None)
    assert not panel.isVisible()
    panel.show_document(Document(transcript(), panel))
    assert not panel.isVisible()


def test_speakers_who_come_while_the_job_runs_get_cards(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    document.add_turns((turn("hello", 9000, CLEO),), (CLEO,))
    qtbot.waitUntil(lambda: names(panel) == ["Speaker 1", "Speaker 2", "Speaker 3"])


def test_the_result_takes_cards_away(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    document.finish(transcript(turn("hello", 0, BEN)))
    qtbot.waitUntil(lambda: names(panel) == ["Speaker 2"])


def test_a_double_click_renames(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    card = panel.cards[0]
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert card.name.editing
    qtbot.keyClicks(card.name.field, "Anna")
    qtbot.keyClick(card.name.field, Qt.Key.Key_Return)
    assert document.transcript.speaker(ANNA.id).name == "Anna"
    assert names(panel)[0] == "Anna"


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_card_is_renamed_with_the_keyboard(
    qtbot: QtBot, panel: SpeakersPanel, document: Document, key: Qt.Key
) -> None:
    panel.focus_first()
    qtbot.keyClick(panel.cards[0], Qt.Key.Key_Down)
    card = panel.cards[1]
    assert card.hasFocus()
    qtbot.keyClick(card, key)
    assert card.name.field.hasFocus()
    assert card.name.field.selectedText() == "Speaker 2"
    qtbot.keyClicks(card.name.field, "Ben")
    qtbot.keyClick(card.name.field, Qt.Key.Key_Return)
    assert document.transcript.speaker(BEN.id).name == "Ben"
    assert card.hasFocus()
    assert not card.name.editing


def test_escape_leaves_the_old_name(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    card = panel.cards[0]
    card.name.edit()
    qtbot.keyClicks(card.name.field, "Wrong")
    qtbot.keyClick(card.name.field, Qt.Key.Key_Escape)
    assert not card.name.editing
    assert document.transcript.speaker(ANNA.id).name == "Speaker 1"
    assert names(panel)[0] == "Speaker 1"


def test_a_blank_name_is_refused(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    card = panel.cards[0]
    card.name.edit()
    card.name.field.setText("   ")
    qtbot.keyClick(card.name.field, Qt.Key.Key_Return)
    assert card.name.editing
    assert card.name.field.placeholderText() == "A name is needed"
    assert not document.can_undo


def test_a_name_is_kept_when_the_focus_goes_elsewhere(qtbot: QtBot, panel: SpeakersPanel, document: Document) -> None:
    card = panel.cards[0]
    card.name.edit()
    qtbot.keyClicks(card.name.field, "Anna")
    panel.cards[1].setFocus()
    assert document.transcript.speaker(ANNA.id).name == "Anna"


def test_undo_shows_the_name_before(panel: SpeakersPanel, document: Document) -> None:
    document.rename(ANNA.id, "Anna")
    document.undo()
    assert names(panel)[0] == "Speaker 1"


def test_a_long_name_is_cut_and_said_in_full_by_the_tool_tip(
    qtbot: QtBot, panel: SpeakersPanel, document: Document
) -> None:
    long = "Dr. Wilhelmina van der Heuvel-Østergaard from the ministry"
    document.rename(ANNA.id, long)
    panel.grab()
    assert panel.cards[0].name.label.toolTip() == long
    assert panel.cards[0].width() <= panel.width()


def test_each_card_tells_of_another_card_no_longer_shown(panel: SpeakersPanel, document: Document) -> None:
    other = Document(transcript(turn("hello", 0, CLEO)), panel)
    panel.show_document(other)
    document.rename(ANNA.id, "Anna")
    assert names(panel) == ["Speaker 3"]


def give(qtbot: QtBot, card: SpeakerCard, name: str) -> None:
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_F2)
    card.name.field.setText(name)
    qtbot.keyClick(card.name.field, Qt.Key.Key_Return)


@pytest.fixture
def finished(panel: SpeakersPanel, document: Document) -> Document:
    document.finish(document.transcript)
    panel.refresh()
    return document


def test_a_name_that_another_speaker_has_is_told_where_it_was_typed(
    qtbot: QtBot, panel: SpeakersPanel, finished: Document
) -> None:
    one, other = panel.cards
    give(qtbot, one, "Jörg  Berg")
    assert not one.namesake.isVisible()
    give(qtbot, other, "JO\u0308RG BERG")
    assert other.namesake.isVisible()
    assert other.namesake.text.text() == "Another speaker is called Jörg Berg, too."
    assert other.hasFocus()
    other.namesake.keep.click()
    assert not other.namesake.isVisible()
    assert len(panel.cards) == 2


def test_two_of_one_name_are_made_one_with_the_keyboard_and_parted_by_undo(
    qtbot: QtBot, panel: SpeakersPanel, finished: Document
) -> None:
    give(qtbot, panel.cards[1], "speaker 1")
    qtbot.keyClick(panel.cards[1], Qt.Key.Key_Tab)
    assert panel.cards[1].namesake.merge.hasFocus()
    qtbot.keyClick(panel.cards[1].namesake.merge, Qt.Key.Key_Space)
    assert names(panel) == ["Speaker 1"]
    assert {each.speaker for each in finished.transcript.turns} == {ANNA.id}
    assert panel.cards[0].hasFocus()
    finished.undo()
    finished.undo()
    panel.refresh()
    assert names(panel) == ["Speaker 1", "Speaker 2"]
    assert not any(card.namesake.isVisible() for card in panel.cards)


def test_another_name_takes_the_note_away(qtbot: QtBot, panel: SpeakersPanel, finished: Document) -> None:
    give(qtbot, panel.cards[1], "Speaker 1")
    give(qtbot, panel.cards[1], "Ben")
    assert not panel.cards[1].namesake.isVisible()


def test_nobody_can_be_made_one_while_turns_still_come(qtbot: QtBot, panel: SpeakersPanel) -> None:
    growing = Document(transcript(), panel)
    growing.add_turns((turn("one"), turn("two", 5000, BEN)), (ANNA, BEN))
    panel.show_document(growing)
    give(qtbot, panel.cards[1], "Speaker 1")
    assert panel.cards[1].namesake.isVisible()
    assert not panel.cards[1].namesake.merge.isVisible()
    assert "when the recording is finished" in panel.cards[1].namesake.text.text()
