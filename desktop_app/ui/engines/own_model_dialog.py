"""Asks whether what Diarist does not know is the user's own model, and in the place of which one it is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.wording import size_in_words

if TYPE_CHECKING:
    from desktop_app.core.models.model_spec import ModelSpec
    from desktop_app.core.models.own_transducer import StandIn
    from desktop_app.jobs.messages import OwnFound

_WIDTH_PX = 480


class OwnModelDialog(FittingDialog):
    """Nothing is taken in unless that is asked for."""

    chosen = Signal(object)
    """ModelSpec: in its place."""

    def __init__(self, found: OwnFound, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import a model of your own"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found = found
        own = found.own
        self.what = WrappingText(
            tr(
                "{folder} seems to hold a model that writes down words, exported to ONNX by NeMo: a transducer, as "
                "Parakeet is. Diarist does not know it.",
                folder=own.encoder.parent,
            ),
            "body",
        )
        self.size_line = WrappingText(size_in_words(own.size), "body")
        self.hash_line = WrappingText(own.sha256, "body")
        self.place = ChoiceBox()
        self.place.addItems([f"{each.spec.label} ({each.spec.name})" for each in found.stand_ins])
        self.consequence = WrappingText("", "muted")
        self.take_in = QPushButton(tr("Import"))
        self.take_in.setAutoDefault(False)
        self.take_in.clicked.connect(self.accept)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.spec()))
        self.place.currentIndexChanged.connect(self._tell_consequence)
        self._lay_out()
        self._tell_consequence()
        self.cancel.setFocus()

    def spec(self) -> ModelSpec:
        """In whose place it is to come."""
        return self._stand_in().spec

    def _stand_in(self) -> StandIn:
        return self._found.stand_ins[self.place.currentIndex()]

    def _tell_consequence(self) -> None:
        stand_in = self._stand_in()
        self.take_in.setEnabled(not stand_in.is_own)
        self.consequence.set_text(_consequence(stand_in))

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.what)
        column.addSpacing(6)
        column.addWidget(toned_label(tr("Size"), "heading"))
        column.addWidget(self.size_line)
        column.addSpacing(6)
        column.addWidget(toned_label(tr("SHA-256 of {file}", file=self._found.own.encoder.name), "heading"))
        column.addWidget(self.hash_line)
        compare = tr("Import it only if you made it, or if whoever gave it to you states the same SHA-256.")
        column.addWidget(WrappingText(compare, "muted"))
        column.addSpacing(6)
        label = QLabel(tr("&In the place of"))
        label.setProperty("tone", "heading")
        label.setBuddy(self.place)
        self.place.setAccessibleName(label.text().replace("&", ""))
        column.addWidget(label)
        column.addWidget(self.place)
        column.addWidget(self.consequence)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(12)
        page.addWidget(Scrolled(body, _WIDTH_PX), 1)
        page.addLayout(button_row(self.cancel, self.take_in))


def _consequence(stand_in: StandIn) -> str:
    """What becomes of the model in whose place it comes."""
    model = stand_in.spec.label
    if stand_in.is_own:
        return tr("A model of your own is there already. Remove that first, on the page of models.")
    test = tr("It is listed and chosen under this name, and tested on this computer before it is used.")
    return tr("It replaces the {model} that is here. {more}", model=model, more=test) if stand_in.is_here else test
