"""Questions before something is lost. They never hold the event loop: the answer comes as a signal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.ui.state.recording import Recording
from desktop_app.ui.words.wording import counted


def unkept_question(unkept: Sequence[Recording], parent: QWidget) -> QMessageBox:
    """Close although what was done to these recordings cannot be written? Accepted means close, and lose it."""
    first, *more = unkept
    others = f" The same is true of {counted(len(more), 'other recording')}." if more else ""
    text = f"What you did to {first.name} is not on the disk. {first.trouble}.{others} Closing loses it."
    return _question(text, "Close and lose it", "Keep open", parent)


def recording_question(parent: QWidget) -> QMessageBox:
    """Close although something is recorded? Accepted means stop, keep and close."""
    text = "A recording is being made. If you stop, all of it is kept, and it can be transcribed at any time."
    return _question(text, "Stop and keep", "Go on recording", parent)


def removing_question(recording: Recording, parent: QWidget) -> QMessageBox:
    """Put a recording's project into the bin? Accepted means do it."""
    text = f"{recording.name} goes to the bin, with its transcript and all that was changed in it. Its sound stays."
    return losing_question(text, "Move to the bin", parent)


def losing_question(text: str, yes: str, parent: QWidget) -> QMessageBox:
    """Lose what the text says? yes: what the button says that does it; accepted means do it."""
    return _question(text, yes, "Keep", parent)


def _question(text: str, yes: str, no: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Diarist")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    # The roles decide which signal the answer is.
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    return box
