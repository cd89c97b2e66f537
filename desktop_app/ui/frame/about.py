"""The small page behind the menu that says what this is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.core.models.manifest import CARRIED
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.resources import resource
from desktop_app.third_parties import licence_texts
from desktop_app.translation import tr
from desktop_app.ui.frame.licences_page import LicencesPage, what_holds_for_all
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.toned_label import Tone, toned_label
from desktop_app.ui.words.privacy import privacy_sentence, voices_go_to

_ICON_PX = 56
_WIDE_PX = 480


class AboutPage(FittingDialog):
    """What this is, which version, under which licence, what leaves the computer.

    buttons: the row at its foot, for what else may be asked for here; `add_button` puts one at its left.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Diarist"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDE_PX)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.buttons = button_row(self.close_button)
        self._asked_for = 0
        self.licences = QPushButton(tr("Licences…"))
        self.licences.clicked.connect(lambda: LicencesPage(self).open())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addLayout(_heading())
        column.addSpacing(8)
        column.addWidget(Scrolled(_paragraphs(), _WIDE_PX - 48), 1)
        column.addSpacing(12)
        column.addLayout(self.buttons)
        self.add_button(self.licences)
        self.close_button.setFocus()

    def add_button(self, button: QPushButton) -> None:
        """Put a button before the one that closes, after those that are there."""
        button.setAutoDefault(False)
        self.buttons.insertWidget(self._asked_for, button)
        self._asked_for += 1
        self.setTabOrder(button, self.close_button)


def _heading() -> QHBoxLayout:
    icon = QLabel()
    icon.setPixmap(QIcon(str(resource("diarist.svg"))).pixmap(_ICON_PX, _ICON_PX))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(toned_label("Diarist", "title"))
    words.addWidget(toned_label(tr("Version {version}", version=__version__), "muted"))
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(icon)
    row.addLayout(words, 1)
    return row


def _paragraphs() -> QWidget:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    column.addWidget(_wrapped(tr("Turns a recording into a transcript that says who said what, on your own computer.")))
    column.addWidget(_wrapped(privacy_sentence(voices_go_to())))
    column.addWidget(_wrapped(what_holds_for_all(with_ffmpeg=licence_texts() is not None)))
    column.addSpacing(4)
    column.addWidget(toned_label(tr("Models that come with it"), "strong"))
    for model in CARRIED:
        column.addWidget(_wrapped(_credit(model), "small"))
    column.addWidget(_wrapped(tr("The engine page names the models and whose work they are."), "small"))
    column.addStretch(1)
    return body


def _credit(model: ModelSpec) -> str:
    return f"{model.attribution.removesuffix('.')}. {model.licence}."


def _wrapped(text: str, tone: Tone = "body") -> QLabel:
    label = toned_label(text, tone)
    label.setWordWrap(True)
    return label
