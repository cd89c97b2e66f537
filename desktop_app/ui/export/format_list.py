"""The formats there are, to tick and to look at."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.translation import tr

_ROWS = 8
_FORMAT = Qt.ItemDataRole.UserRole


class FormatList(QListWidget):
    """Each has a box to tick; the one that is current is looked at. ticked: what is ticked has changed. looked_at: at
    another, its extension."""

    ticked = Signal()
    looked_at = Signal(str)

    def __init__(self, formats: Sequence[ExportFormat]) -> None:
        super().__init__()
        self.setObjectName("places")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Formats"))
        for each in formats:
            item = QListWidgetItem(f"{each.label} (.{each.extension})", self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_FORMAT, each.extension)
            item.setToolTip(item.text())
        self.itemChanged.connect(self.ticked)
        self.currentItemChanged.connect(lambda item: self.looked_at.emit(item.data(_FORMAT)))

    def extensions(self) -> tuple[str, ...]:
        """Of those that are ticked."""
        checked = Qt.CheckState.Checked
        return tuple(str(each.data(_FORMAT)) for each in self._items() if each.checkState() == checked)

    def tick(self, extensions: Iterable[str]) -> None:
        """Tick these and no others, and look at the first of them."""
        wanted = set(extensions)
        for each in self._items():
            is_wanted = each.data(_FORMAT) in wanted
            each.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
        first = next((each for each in self._items() if each.data(_FORMAT) in wanted), self.item(0))
        self.setCurrentItem(first)

    def current_extension(self) -> str:
        """Of the one that is looked at."""
        return str(self.currentItem().data(_FORMAT))

    def sizeHint(self) -> QSize:
        """Room for the longest name, and for some rows."""
        width = self.sizeHintForColumn(0) + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth() + 8
        return QSize(width, _ROWS * self.sizeHintForRow(0) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """The beginning of the names; all of them where there is room."""
        return QSize(self.sizeHint().width() // 2, 4 * self.sizeHintForRow(0))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]
