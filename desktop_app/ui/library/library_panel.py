"""The left panel: everything that was recorded, opened or recovered here, and searching it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.library.archive_list import ArchiveList
from desktop_app.ui.library.found_model import FoundRow
from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.library.library_model import RECORDING_ROLE, LibraryModel
from desktop_app.ui.library.library_row import LibraryRow
from desktop_app.ui.library.library_search import LibrarySearch
from desktop_app.ui.library.recording_menu import RecordingMenu
from desktop_app.ui.state.library_order import Order
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.session import Session
from desktop_app.ui.widgets.language_choice import LanguageChoice
from desktop_app.ui.widgets.speaker_count import SpeakerCount, label_for
from desktop_app.ui.widgets.toned_label import ElidedLabel


class LibraryPanel(QWidget):
    """A list to choose from, and what a search found in its place."""

    filled = Signal(bool)  # whether there is any recording, or an archive
    chosen = Signal(object)  # Recording, or None
    remove_asked = Signal(object)  # Sequence[Recording]
    details_asked = Signal(object)  # Recording
    versions_asked = Signal(object)  # Recording
    folder_asked = Signal()
    save_as_asked = Signal(object)  # Recording
    meeting_asked = Signal(object)  # Sequence[Recording]
    archive_asked = Signal()
    archive_left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        for listed in (session.added, session.removed):
            listed.connect(self._tell_filled)
        self.model = LibraryModel(session, self)
        self.list = LibraryList(self.model, self)
        self._resting: QWidget = self.list
        row = LibraryRow(self.list)
        row.cancel_clicked.connect(session.jobs.cancel)
        self.list.setItemDelegate(row)
        self.list.customContextMenuRequested.connect(self._pop_menu_up)
        self.list.delete_pressed.connect(self._delete)
        self.list.current_changed.connect(self.chosen)
        self.menu = RecordingMenu(session, self)
        self.menu.remove_asked.connect(self.remove_asked)
        self.menu.details_asked.connect(self.details_asked)
        self.menu.versions_asked.connect(self.versions_asked)
        self.menu.save_as_asked.connect(self.save_as_asked)
        self.menu.meeting_asked.connect(self.meeting_asked)
        self.archive = ArchiveList()
        self.leave_archive = QToolButton()
        self.order = QToolButton()
        self.search = LibrarySearch()
        self.search.searching.connect(self._show_search)
        self.speaker_count = SpeakerCount()
        self.language = LanguageChoice()
        self._fill_order()
        self._lay_out()

    def _fill_order(self) -> None:
        menu = QMenu(self.order)
        for order in Order:
            menu.addAction(order.label, partial(self.sort_by, order))
        menu.addSeparator()
        menu.addAction(tr("Where new projects are made…"), self.folder_asked.emit)
        menu.addAction(tr("Open an archive…"), self.archive_asked.emit)
        self.order.setMenu(menu)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setAccessibleName(tr("Order of the library"))
        self.order.setProperty("role", "quiet")
        self.order.setText(self.model.order.label)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 12)
        layout.setSpacing(8)
        self.heading = ElidedLabel("heading")
        self.heading.setText(tr("Library"))
        self.heading.setContentsMargins(6, 0, 0, 0)
        self.leave_archive.setText(tr("Back to the library"))
        self.leave_archive.setProperty("role", "quiet")
        self.leave_archive.clicked.connect(self.archive_left)
        self.leave_archive.hide()
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.order)
        layout.addLayout(top)
        layout.addWidget(self.leave_archive, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.search.field)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.list)
        self.lists.addWidget(self.archive)
        self.lists.addWidget(self.search.results)
        layout.addWidget(self.lists, 1)
        layout.addWidget(label_for(self.speaker_count, tr("Speakers in new recordings")))
        layout.addWidget(self.speaker_count)
        layout.addWidget(label_for(self.language, tr("Language of new recordings")))
        layout.addWidget(self.language)

    def show_archive(self, name: str, rows: Sequence[FoundRow]) -> None:
        """Show an archive of this name, with these recordings; the library again where it has no name."""
        self.heading.setText(tr("Archive {name}", name=name) if name else tr("Library"))
        self.order.setVisible(not name)
        self.leave_archive.setVisible(bool(name))
        self.archive.show_rows(rows)
        self._resting = self.archive if name else self.list
        self.search.field.clear()
        self.lists.setCurrentWidget(self._resting)
        self._tell_filled()
        self.focus_list()

    def _tell_filled(self) -> None:
        self.filled.emit(bool(self._session.recordings) or self._resting is self.archive)

    def focus_list(self) -> None:
        """Give the keyboard to the list that is searched."""
        self._resting.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Recording | None:
        """The recording that is chosen."""
        recording = self.list.currentIndex().data(RECORDING_ROLE)
        return recording if isinstance(recording, Recording) else None

    def choose(self, recording: Recording) -> None:
        """Choose a recording, as a click on it does."""
        self.list.setCurrentIndex(self.model.index_of(recording))

    def sort_by(self, order: Order) -> None:
        """Put the list in another order."""
        self.model.sort_by(order)
        self.order.setText(order.label)

    def make_menu(self, recordings: Sequence[Recording]) -> QMenu:
        """What can be done with recordings."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.fill(menu, recordings)
        return menu

    def remove_chosen(self) -> None:
        """Ask to remove the recordings that are selected."""
        selected = self.list.selected()
        if selected and all(each.removable for each in selected):
            self.remove_asked.emit(selected)

    def _pop_menu_up(self, point: QPoint) -> None:
        index: QModelIndex = self.list.indexAt(point)
        if not index.isValid():
            # Called up by the keyboard.
            point = self.list.visualRect(self.list.currentIndex()).center()
        if selected := self.list.selected():
            self.make_menu(selected).popup(self.list.viewport().mapToGlobal(point))

    def _delete(self) -> None:
        cancellable = [each for each in self.list.selected() if each.cancellable]
        if cancellable:
            self.menu.cancel(cancellable)
        else:
            self.remove_chosen()

    def _show_search(self, searching: bool) -> None:
        self.lists.setCurrentWidget(self.search.results if searching else self._resting)
        self.order.setEnabled(not searching)
