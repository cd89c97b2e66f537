"""A word that is written wrongly wherever it stands: all its places, each of which can be left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.editing.replacing import bare
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.vocabulary import add_to_vocabulary
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.joined_text import joined
from desktop_app.translation import plural, tr
from desktop_app.ui.widgets.scrolled import FittingDialog, button_row
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.editing.replacing import WordPlace
from desktop_app.core.transcript.values import Transcript

_LIST = QSize(560, 240)
_LEAST_PX = 80
_AROUND = 5
_PLACE_ROLE = Qt.ItemDataRole.UserRole
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class EqualWordsDialog(FittingDialog):
    """Changes nothing of the transcript itself; stays open, with the reason, where the vocabulary cannot be written.

    agreed: list[WordPlace], and what is to stand there.
    """

    agreed = Signal(object, str)

    def __init__(self, transcript: Transcript, places: Sequence[WordPlace], word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Replace a word wherever it stands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._word = bare(word)
        self.field = QLineEdit(self._word)
        self.field.setAccessibleName(self._title())
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        self.count = toned_label("", "plain")
        self.list = _Places()
        self.list.setObjectName("places")
        self.list.setAccessibleName(tr("Where it stands; the space bar ticks a place or leaves it as it is"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for place in places:
            self.list.addItem(_item(transcript, place))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._check)
        self.vocabulary = QCheckBox(tr("Also put it into the vocabulary for the next recordings"))
        self.vocabulary.setToolTip(tr("Names and terms that Parakeet prefers; they are in the engine settings"))
        self.error = WrappingText("", "bad")
        self.error.hide()
        self.replace = QPushButton(tr("Replace"))
        self.replace.setProperty("role", "primary")
        self.replace.setDefault(True)
        self.replace.clicked.connect(self.accept)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        title = ElidedLabel("plain", least_px=80)
        title.setText(self._title())
        row.addWidget(title)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        self.list.setMinimumHeight(_LEAST_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.vocabulary)
        column.addWidget(self.error)
        column.addLayout(button_row(self.cancel, self.replace))
        self.field.setFocus()

    def _title(self) -> str:
        return tr("Replace “{word}” by", word=self._word)

    def ticked(self) -> list[WordPlace]:
        """The places where it is to be replaced."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_PLACE_ROLE) for item in items if item.checkState() == _TICKED]

    def accept(self) -> None:
        """Put the word into the vocabulary, if that is wanted, and let it be replaced."""
        if not self.replace.isEnabled():
            return
        try:
            if self.vocabulary.isChecked() and self.vocabulary.isEnabled():
                add_to_vocabulary(self.field.text())
        except SettingsError as error:
            self._show_error(tr("The vocabulary cannot be written: {error}. Nothing is replaced.", error=error))
            return
        self.agreed.emit(self.ticked(), self.field.text())
        super().accept()

    def _check(self) -> None:
        self.count.setText(plural("in {n} places", "in {n} place", len(self.ticked())))
        self._show_error("")
        new = " ".join(self.field.text().split())
        self.vocabulary.setEnabled(bool(new))
        self.replace.setEnabled(bool(self.ticked()) and new != self._word)

    def _show_error(self, sentence: str) -> None:
        self.error.set_text(sentence)
        self.error.setVisible(bool(sentence))


class _Places(QListWidget):
    """As wide as a few words around each word need."""

    def sizeHint(self) -> QSize:
        """Room for some of them."""
        return _LIST


def _item(transcript: Transcript, place: WordPlace) -> QListWidgetItem:
    turn = transcript.turns[place.turn]
    item = QListWidgetItem(
        f"{transcript.speaker(turn.speaker).name}, {clock(turn.words[place.word].start_ms)}{DOT}"
        f"{_around([word.text for word in turn.words], place.word)}"
    )
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(_TICKED)
    item.setData(_PLACE_ROLE, place)
    return item


def _around(words: Sequence[str], place: int) -> str:
    """'… had one crane, and Mosly was served first.'"""
    first, end = max(0, place - _AROUND), place + _AROUND + 1
    return joined([*(["…"] if first else []), *words[first:end], *(["…"] if end < len(words) else [])])
