"""Questions before something is lost. They never hold the event loop: the answer comes as a signal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from desktop_app.core.transcript.clock import clock
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


class RemovingQuestion(QMessageBox):
    """Put recordings into the bin? Accepted means do it. with_sound: their sound, too, where Diarist recorded it."""

    def __init__(self, recordings: Sequence[Recording], parent: QWidget) -> None:
        super().__init__(parent)
        which = recordings[0].name if len(recordings) == 1 else counted(len(recordings), "recording")
        verb, whose = ("goes", "its") if len(recordings) == 1 else ("go", "their")
        own = [each for each in recordings if each.recorded_here]
        stays = "" if own else f" {whose.capitalize()} sound stays where it is."
        _fill(
            self, f"{which} {verb} to the bin, with all that was corrected in {whose} text.{stays}", "Move to the bin"
        )
        self._sound = QCheckBox(f"The sound that Diarist recorded, too ({_length_of(own)})", self)
        if own:
            self.setCheckBox(self._sound)
        else:
            self._sound.hide()

    @property
    def with_sound(self) -> bool:
        """Whether the sound is to go, too."""
        return self._sound.isChecked()


def _length_of(recordings: Sequence[Recording]) -> str:
    return clock(sum(each.length_ms for each in recordings))


def hearing_question(parent: QWidget) -> QMessageBox:
    """Transcribe a finished recording once more? Accepted means do it."""
    text = (
        "The whole recording is transcribed again, by the engines and with the vocabulary that are chosen now. What "
        "you corrected stays; all other words, and where turns begin, are written anew."
    )
    return _question(text, "Transcribe again", "Keep", parent)


def losing_question(text: str, yes: str, parent: QWidget) -> QMessageBox:
    """Lose what the text says? yes: what the button says that does it; accepted means do it."""
    return _question(text, yes, "Keep", parent)


def asking_question(text: str, yes: str, no: str, parent: QWidget) -> QMessageBox:
    """Do what the text asks? yes, no: what the buttons say; accepted means do it."""
    return _question(text, yes, no, parent)


def _question(text: str, yes: str, no: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    _fill(box, text, yes, no)
    return box


def _fill(box: QMessageBox, text: str, yes: str, no: str = "Keep") -> None:
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Diarist")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    # The roles decide which signal the answer is.
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
