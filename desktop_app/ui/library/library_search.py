"""Searching all recordings: a field above the list, and what was found in the list's place."""

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QStackedWidget, QToolButton, QWidget

from desktop_app.core.library.found import Found
from desktop_app.translation import tr
from desktop_app.ui.library.found_model import FOUND_ROLE, FoundModel, FoundRow
from desktop_app.ui.library.found_row import FoundRowPainter
from desktop_app.ui.widgets.placeholder import say_what_fits
from desktop_app.ui.widgets.toned_label import toned_label

_TYPING_MS = 120
_PLACEHOLDERS = (tr("Search all recordings"), tr("Search all"), tr("Search"))
NOTHING = tr("Nothing was found. All words must be in one turn, or in a name, a note or a tag.")


class LibrarySearch(QObject):
    """Asks while somebody types, and shows the newest answer."""

    asked = Signal(str)
    searching = Signal(bool)  # whether there is anything to search for
    chosen = Signal(object)  # FoundRow: it is to be shown
    dismissed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = _Field()
        self.model = FoundModel(self)
        self.list = QListView()
        self.nothing: QLabel = toned_label(NOTHING, "muted")
        self.results = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self.field.textChanged.connect(self._typed)
        self.field.left_downwards.connect(self._enter_list)
        self.field.dismissed.connect(self._dismiss)
        self._make_results()

    def _make_results(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundRowPainter(self.list))
        self.list.setAccessibleName(tr("Found in the library"))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(8, 8, 8, 8)
        for part in (self.list, self.nothing):
            self.results.addWidget(part)

    def begin(self) -> None:
        """Take the keyboard, ready for another search."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def ask_again(self) -> None:
        """There is more to be found now, or less."""
        if self._text() and not self._typing.isActive():
            self._typing.start()

    def show_found(self, text: str, found: Found) -> None:
        """Show an answer, unless something else is looked for by now."""
        if text == self._text():
            self.model.show_found(found)
            self.results.setCurrentWidget(self.list if self.model.rowCount() else self.nothing)

    def _text(self) -> str:
        return self.field.text().strip()

    def _typed(self) -> None:
        self.searching.emit(bool(self._text()))
        if self._text():
            self._typing.start()
        else:
            self._typing.stop()

    def _ask(self) -> None:
        self.asked.emit(self._text())

    def _enter_list(self) -> None:
        first = next((row for row in range(self.model.rowCount()) if self._row(row)), None)
        if first is not None and self.results.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentIndex(self.model.index(first))

    def _row(self, number: int) -> FoundRow | None:
        row = self.model.index(number).data(FOUND_ROLE)
        return row if isinstance(row, FoundRow) and not row.is_heading else None

    def _choose(self, index: QModelIndex) -> None:
        if row := self._row(index.row()):
            self.chosen.emit(row)

    def _dismiss(self) -> None:
        self.field.clear()
        self.dismissed.emit()


class _Field(QLineEdit):
    left_downwards = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Search all recordings"))
        self.setToolTip(tr("Search all that was said, and all names, notes and tags"))
        self.setAcceptDrops(False)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the search"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        say_what_fits(self, _PLACEHOLDERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_downwards.emit()
            case Qt.Key.Key_Escape:
                self.dismissed.emit()
            case _:
                super().keyPressEvent(event)
