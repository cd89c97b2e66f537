"""Questions before something is lost. They never hold the event loop: the answer comes as a signal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.ui.state.recording import Recording
from desktop_app.ui.words.wording import counted


def closing_question(busy: Sequence[Recording], unsaved: Sequence[Recording], parent: QWidget) -> QMessageBox:
    """Close although there is work left? Accepted means close."""
    return _question(" ".join(_at_stake(busy, unsaved)), "Close anyway", "Keep open", parent)


def recording_question(parent: QWidget) -> QMessageBox:
    """Close although something is recorded? Accepted means stop, keep and close."""
    text = "A recording is being made. If you stop, all of it is kept, and it can be transcribed at any time."
    return _question(text, "Stop and keep", "Go on recording", parent)


def removing_question(recording: Recording, parent: QWidget) -> QMessageBox:
    """Take a recording off the list although its transcript is in no file? Accepted means remove."""
    text = f"The transcript of {recording.name} is not exported. Removing it from the list discards it."
    return losing_question(text, "Remove", parent)


def losing_question(text: str, yes: str, parent: QWidget) -> QMessageBox:
    """Lose what the text says? yes: what the button says that does it; accepted means do it."""
    return _question(text, yes, "Keep", parent)


def _at_stake(busy: Sequence[Recording], unsaved: Sequence[Recording]) -> list[str]:
    sentences = []
    if busy:
        verb = "is" if len(busy) == 1 else "are"
        sentences.append(f"{counted(len(busy), 'recording')} {verb} still being worked on.")
    if unsaved:
        verb = "is" if len(unsaved) == 1 else "are"
        sentences.append(
            f"{counted(len(unsaved), 'transcript')} {verb} not exported. Closing discards what is not exported."
        )
    return sentences


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
