"""The left panel: the recordings of this session."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QVBoxLayout, QWidget

from desktop_app.ui.recordings.recording_row import RecordingRow
from desktop_app.ui.recordings.recordings_model import RECORDING_ROLE, RecordingsModel
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.session import Session
from desktop_app.ui.widgets.speaker_count import SpeakerCount, label_for
from desktop_app.ui.widgets.toned_label import toned_label


class RecordingsPanel(QWidget):
    """A list to choose from; its rows can be cancelled, tried again, removed."""

    chosen = Signal(object)  # Recording, or None
    remove_asked = Signal(object)  # Recording

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.model = RecordingsModel(session, self)
        self.list = _List(self)
        self.list.setModel(self.model)
        row = RecordingRow(self.list)
        row.cancel_clicked.connect(session.cancel)
        self.list.setItemDelegate(row)
        self.list.customContextMenuRequested.connect(self._pop_menu_up)
        self.list.delete_pressed.connect(self._delete)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.model.dataChanged.connect(self.list.relayout_rows)
        self.speaker_count = SpeakerCount()
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 12)
        layout.setSpacing(8)
        heading = toned_label("Recordings", "heading")
        heading.setContentsMargins(6, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(label_for(self.speaker_count, "Speakers in new recordings"))
        layout.addWidget(self.speaker_count)

    def current(self) -> Recording | None:
        """The recording that is chosen."""
        recording = self.list.currentIndex().data(RECORDING_ROLE)
        return recording if isinstance(recording, Recording) else None

    def choose(self, recording: Recording) -> None:
        """Choose a recording, as a click on it does."""
        self.list.setCurrentIndex(self.model.index_of(recording))

    def make_menu(self, recording: Recording) -> QMenu:
        """What can be done with a recording."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if recording.job_id is not None and recording.cancellable:
            menu.addAction("Cancel", lambda: self._session.cancel(recording))
        if recording.retriable:
            menu.addAction("Try again", lambda: self._session.retry(recording))
        menu.addAction("Show in folder", lambda: show_folder(recording))
        menu.addSeparator()
        remove = menu.addAction("Remove from list", lambda: self.remove_asked.emit(recording))
        remove.setEnabled(recording.removable)
        return menu

    def _pop_menu_up(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if not index.isValid():
            # Called up by the keyboard.
            index = self.list.currentIndex()
            point = self.list.visualRect(index).center()
        recording = index.data(RECORDING_ROLE)
        if isinstance(recording, Recording):
            self.make_menu(recording).popup(self.list.viewport().mapToGlobal(point))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(RECORDING_ROLE) if index.isValid() else None)

    def remove_current(self) -> None:
        """Ask to take the chosen recording off the list."""
        recording = self.current()
        if recording is not None and recording.removable:
            self.remove_asked.emit(recording)

    def _delete(self) -> None:
        recording = self.current()
        if recording is not None and recording.cancellable:
            self._session.cancel(recording)
        else:
            self.remove_current()


class _List(QListView):
    delete_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Recordings")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSpacing(0)

    def relayout_rows(self) -> None:
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()  # the window plays
        else:
            super().keyPressEvent(event)


def show_folder(recording: Recording) -> None:
    """Show the folder a recording lies in, in the system's file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(recording.path.parent)))
