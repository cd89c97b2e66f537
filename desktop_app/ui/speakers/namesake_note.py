"""On a speaker's card: that somebody else has the name that was just given, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.toned_label import toned_label

_LATER = tr("They can be made one when the recording is finished.")


class NamesakeNote(QWidget):
    """Hidden while there is nothing to say. Keeping both is doing nothing: the note only goes."""

    merge_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = toned_label("", "plain")
        self.text.setWordWrap(True)
        self.merge = QPushButton(tr("Make them one"))
        self.merge.clicked.connect(self.merge_clicked)
        self.keep = QPushButton(tr("Keep both"))
        self.keep.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.text, self.merge, self.keep):
            column.addWidget(widget)
        self.hide()

    def tell(self, name: str, *, can_merge: bool) -> None:
        """Somebody else has this name."""
        said = tr("Another speaker is called {name}, too.", name=name)
        self.text.setText(said if can_merge else f"{said} {_LATER}")
        self.merge.setVisible(can_merge)
        self.show()
