"""The bottom line: what leaves the computer, what is being done, what is shown."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import plural, tr
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label
from desktop_app.ui.words.privacy import short_privacy_sentence
from desktop_app.ui.words.wording import DOT, language_and_words, time_left

_STAGES = {
    Stage.PREPARING: tr("preparing the models (once)"),
    Stage.LOADING: tr("loading models"),
    Stage.DECODING: tr("reading audio"),
    Stage.SEGMENTATION: tr("finding speech"),
    Stage.EMBEDDING: tr("telling speakers apart"),
    Stage.TRANSCRIPTION: tr("writing down the words"),
}


class StatusLine(QWidget):
    """Three places: a promise, the work or the newest message, and the text's language and length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.privacy_sentence = toned_label(short_privacy_sentence(""), "small")
        self.work = ElidedLabel("small", least_px=48)
        self.message = ElidedLabel("small")
        self.show_folder = QPushButton(tr("Show in folder"))
        self.show_folder.setProperty("role", "link")
        self.show_folder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_folder.clicked.connect(self._open_folder)
        self.figures = toned_label("", "small")
        self._folder: Path | None = None
        self._lay_out()
        self.clear_message()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(20)
        layout.addWidget(self.privacy_sentence)
        layout.addWidget(self.work)
        layout.addWidget(self.message)
        layout.addWidget(self.show_folder)
        layout.addStretch(1)
        layout.addWidget(self.figures)

    def show_promise(self, host: str) -> None:
        """Say what leaves the computer. host: what voices may be sent to, '' where nothing is."""
        self.privacy_sentence.setText(short_privacy_sentence(host))

    def show_work(self, recording: Recording | None, waiting: int) -> None:
        """Say what is worked on: stage, time left, how many wait."""
        self.work.setText(_work(recording, waiting))
        self.work.setVisible(bool(self.work.text()))

    def show_transcript(self, transcript: Transcript | None) -> None:
        """Say the language and length of the text in view."""
        shown = transcript is not None and any(transcript.spoken_turns())
        self.figures.setText(language_and_words(transcript) if transcript and shown else "")

    def show_language(self, language: str) -> None:
        """Explain which languages can be written down."""
        self.figures.setToolTip(language)

    def show_exported(self, written: list[Path]) -> None:
        """Say what was written, and offer its folder."""
        self._folder = written[0].parent
        self.message.setText(_exported(written))
        self.message.show()
        self.show_folder.show()

    def say(self, sentence: str) -> None:
        """Say what has just happened, or could not."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.show_folder.hide()

    def clear_message(self) -> None:
        """The newest message is no longer news."""
        self.message.hide()
        self.show_folder.hide()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _exported(written: list[Path]) -> str:
    folder = written[0].parent
    if len(written) == 1:
        return tr("Exported {name} to {folder}", name=written[0].name, folder=folder)
    return plural("Exported {n} files to {folder}", "Exported {n} file to {folder}", len(written), folder=folder)


def _work(recording: Recording | None, waiting: int) -> str:
    if recording is None:
        return plural("{n} recordings waiting", "{n} recording waiting", waiting) if waiting else ""
    progress = recording.progress
    stage = _STAGES[progress.stage] if progress else tr("starting")
    parts = [f"{recording.name}: {stage}", time_left(progress) if progress else ""]
    if waiting:
        parts.append(plural("{n} waiting", "{n} waiting", waiting))
    return DOT.join(part for part in parts if part)
