"""The small page behind the menu that says what this is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.resources import resource
from desktop_app.translation import tr
from desktop_app.ui.frame.update_check import UpdateCheck
from desktop_app.ui.widgets.scrolled import FittingDialog
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.words.privacy import privacy_sentence, voices_go_to

_ICON_PX = 56


def about_page(parent: QWidget) -> QDialog:
    """What this is, which version, what leaves the computer."""
    page, column = _page(tr("About Diarist"), parent)
    icon = QLabel()
    icon.setPixmap(QIcon(str(resource("diarist.svg"))).pixmap(_ICON_PX, _ICON_PX))
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(icon)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(toned_label("Diarist", "title"))
    words.addWidget(toned_label(tr("Version {version}", version=__version__), "muted"))
    row.addLayout(words, 1)
    column.addLayout(row)
    column.addSpacing(8)
    for text in (
        tr("Turns a recording into a transcript that says who said what, on your own computer."),
        privacy_sentence(voices_go_to()),
        tr("The engine page names the models and whose work they are."),
    ):
        label = toned_label(text, "body")
        label.setWordWrap(True)
        column.addWidget(label)
    column.addWidget(UpdateCheck())
    column.addStretch(1)
    _add_close(page, column)
    return page


def _page(title: str, parent: QWidget) -> tuple[QDialog, QVBoxLayout]:
    page = FittingDialog(parent)
    page.setWindowTitle(title)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.setMinimumWidth(400)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(8)
    return page, column


def _add_close(page: QDialog, column: QVBoxLayout) -> None:
    close = QPushButton(tr("Close"))
    close.clicked.connect(page.accept)
    close.setDefault(True)
    column.addSpacing(12)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
