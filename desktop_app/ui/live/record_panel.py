"""Below the top bar: what is to be recorded, how loud it is, how much room there is, and the button that begins."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.capture.values import InputDevice, Level, Room
from desktop_app.translation import tr
from desktop_app.ui.live.input_choice import InputChoice
from desktop_app.ui.live.level_meter import LevelMeter
from desktop_app.ui.live.live_words import NO_INPUT, room_in_words
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label


class RecordPanel(QFrame):
    """Hidden until it is asked for. Esc closes it: nothing is recorded yet."""

    record_clicked = Signal()
    refresh_clicked = Signal()
    close_clicked = Signal()

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setAccessibleName(tr("What to record"))
        self.choice = InputChoice(settings)
        self.refresh = _button(tr("Look again"), tr("Look for inputs again"))
        self.refresh.clicked.connect(self.refresh_clicked)
        self.meter = LevelMeter()
        self.room = toned_label("", "muted")
        self.note = ElidedLabel("muted")
        self.record = _button(tr("Record"), tr("Begin to record"))
        self.record.setProperty("role", "primary")
        self.record.clicked.connect(self.record_clicked)
        self.close_button = _button(tr("Not now"), tr("Close without recording"))
        self.close_button.clicked.connect(self.close_clicked)
        self.empty: QLabel = toned_label(NO_INPUT, "plain")
        self.empty.setWordWrap(True)
        self._has_inputs = False
        self._lay_out()
        self.show_inputs(())
        self.hide()

    def _lay_out(self) -> None:
        self._chosen = QWidget()
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(8)
        chosen.addWidget(self.choice)
        facts = QHBoxLayout()
        facts.setSpacing(16)
        facts.addWidget(self.meter, 2)
        facts.addWidget(self.room)
        chosen.addLayout(facts)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._chosen)
        left.addWidget(self.empty)
        left.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.refresh, self.record, self.close_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(buttons)

    def show_inputs(self, devices: tuple[InputDevice, ...]) -> None:
        """Offer these; without any, say what can be done."""
        self._has_inputs = bool(devices)
        self.choice.show_inputs(devices)
        self._chosen.setVisible(self._has_inputs)
        self.empty.setVisible(not self._has_inputs)
        self.record.setEnabled(self._has_inputs)
        missing = self.choice.missing
        note = tr("{name} is not connected; the system's default is used.", name=missing)
        self.show_note(note if missing else "")

    def show_level(self, level: Level | None) -> None:
        """Show how loud what is chosen is."""
        self.meter.show_level(level)

    def show_room(self, room: Room | None) -> None:
        """Show how long the disk can take a recording."""
        self.room.setText(room_in_words(room))

    def show_note(self, note: str) -> None:
        """Say something about the choice; '' says nothing."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def show_starting(self, starting: bool) -> None:
        """Show that the recording is about to begin, or that it is not (any more)."""
        self.record.setEnabled(self._has_inputs and not starting)
        self.record.setText(tr("Starting…") if starting else tr("Record"))
        for widget in (self.choice, self.refresh, self.close_button):
            widget.setEnabled(not starting)

    def take_focus(self) -> None:
        """Give the keyboard to what comes next."""
        (self.record if self.record.isEnabled() else self.refresh).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or begin."""
        if event.key() == Qt.Key.Key_Escape and self.close_button.isEnabled():
            self.close_clicked.emit()
        else:
            super().keyPressEvent(event)


def _button(text: str, says: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(says)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
