"""Whose work is in the program, each with its version and its licence."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop_app.third_parties import ThirdParty, licence_texts, third_parties
from desktop_app.translation import tr
from desktop_app.ui.widgets.scrolled import FittingDialog, button_row
from desktop_app.ui.widgets.toned_label import toned_label

_WIDE_PX, _HIGH_PX = 620, 480


class LicencesPage(FittingDialog):
    """One line for each; where the program brings the texts of the licences along, a button opens their folder."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = licence_texts()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Whose work is in Diarist"))
        self.list.setWordWrap(True)
        self.list.addItems([_line(each) for each in third_parties()])
        self.list.setCurrentRow(0)
        self.open_texts = QPushButton(tr("Open the texts"))
        self.open_texts.setToolTip(tr("Open the folder with the texts of the licences"))
        self.open_texts.setAutoDefault(False)
        self.open_texts.setVisible(self._texts is not None)
        self.open_texts.clicked.connect(self._open_texts)
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("Licences"), "subtitle"))
        column.addWidget(_wrapped(what_holds_for_all(with_ffmpeg=self._texts is not None)))
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        column.addSpacing(12)
        column.addLayout(button_row(self.open_texts, close))
        room = self.screen().availableGeometry()
        self.setMinimumWidth(min(_WIDE_PX, room.width() - 80))
        self.list.setMinimumHeight(min(_HIGH_PX, room.height() // 3))
        self.list.setFocus()

    def _open_texts(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._texts)))


def what_holds_for_all(*, with_ffmpeg: bool) -> str:
    """Under which licence the program is. with_ffmpeg: it was passed on in one piece with all that it stands on."""
    own = tr("Diarist is free software under the MIT License.")
    if not with_ffmpeg:
        return own
    whole = tr("This application as a whole is under the GNU General Public License, version 3, as parts of it are.")
    return f"{own} {whole}"


def _line(party: ThirdParty) -> str:
    named = f"{party.name} {party.version}".strip()
    return f"{named}: {party.licence}" if party.licence else named


def _wrapped(text: str) -> QWidget:
    label = toned_label(text, "muted")
    label.setWordWrap(True)
    return label
