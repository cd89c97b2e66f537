"""Questions before something is lost. They never hold the event loop: the answer comes as a signal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from desktop_app.core.transcript.clock import clock
from desktop_app.translation import plural, tr
from desktop_app.ui.state.recording import Recording


def unkept_question(unkept: Sequence[Recording], parent: QWidget) -> QMessageBox:
    """Close although what was done to these recordings cannot be written? Accepted means close, and lose it."""
    first, *more = unkept
    said = [tr("What you did to {name} is not on the disk. {why}.", name=first.name, why=first.trouble)]
    if more:
        others = len(more)
        said.append(
            plural("The same is true of {n} other recordings.", "The same is true of {n} other recording.", others)
        )
    return _question(" ".join((*said, tr("Closing loses it."))), tr("Close and lose it"), tr("Keep open"), parent)


def recording_question(parent: QWidget) -> QMessageBox:
    """Close although something is recorded? Accepted means stop, keep and close."""
    text = tr("A recording is being made. If you stop, all of it is kept, and it can be transcribed at any time.")
    return _question(text, tr("Stop and keep"), tr("Go on recording"), parent)


class RemovingQuestion(QMessageBox):
    """Put recordings into the bin? Accepted means do it. with_sound: their sound, too, where Diarist recorded it."""

    def __init__(self, recordings: Sequence[Recording], parent: QWidget) -> None:
        super().__init__(parent)
        own = [each for each in recordings if each.recorded_here]
        goes, stays = _what_goes(recordings), _what_stays(recordings)
        _fill(self, goes if own else f"{goes} {stays}", tr("Move to the bin"), tr("Keep"))
        self._sound = QCheckBox(tr("The sound that Diarist recorded, too ({length})", length=_length_of(own)), self)
        if own:
            self.setCheckBox(self._sound)
        else:
            self._sound.hide()

    @property
    def with_sound(self) -> bool:
        """Whether the sound is to go, too."""
        return self._sound.isChecked()


def _what_goes(recordings: Sequence[Recording]) -> str:
    if len(recordings) == 1:
        name = recordings[0].name
        return tr(
            "{name} goes to the bin, with all that was corrected in its text and with its earlier versions.", name=name
        )
    return plural(
        "{n} recordings go to the bin, with all that was corrected in their text and with their earlier versions.",
        "{n} recording goes to the bin, with all that was corrected in its text and with its earlier versions.",
        len(recordings),
    )


def _what_stays(recordings: Sequence[Recording]) -> str:
    if len(recordings) == 1:
        return tr("Its sound stays where it is.")
    return tr("Their sound stays where it is.")


def _length_of(recordings: Sequence[Recording]) -> str:
    return clock(sum(each.length_ms for each in recordings))


def hearing_question(parent: QWidget) -> QMessageBox:
    """Transcribe a finished recording once more? Accepted means do it."""
    text = tr(
        "The whole recording is transcribed again, by the engines and with the vocabulary that are chosen now, in the "
        "language that is chosen for new recordings. What you corrected stays; all other words, and where turns begin, "
        "are written anew."
    )
    return _question(text, tr("Transcribe again"), tr("Keep"), parent)


def speakers_question(parent: QWidget) -> QMessageBox:
    """Find the speakers of a transcript that names some? Accepted means do it."""
    text = tr(
        "Who speaks is found out in the sound, and every word is given to whoever says it. The words stay; the "
        "speakers of the file are forgotten."
    )
    return _question(text, tr("Find the speakers"), tr("Keep"), parent)


def losing_question(text: str, yes: str, parent: QWidget) -> QMessageBox:
    """Lose what the text says? yes: what the button says that does it; accepted means do it."""
    return _question(text, yes, tr("Keep"), parent)


def asking_question(text: str, yes: str, no: str, parent: QWidget) -> QMessageBox:
    """Do what the text asks? yes, no: what the buttons say; accepted means do it."""
    return _question(text, yes, no, parent)


def _question(text: str, yes: str, no: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    _fill(box, text, yes, no)
    return box


def _fill(box: QMessageBox, text: str, yes: str, no: str) -> None:
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Diarist")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    # The roles decide which signal the answer is.
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
