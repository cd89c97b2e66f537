"""In which way words are looked for: a button, and in its menu three ticks, and whose turns are looked through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.core.editing.finding import FindOptions
from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr

_ALL = tr("All speakers")


class FindChoices(QPushButton):
    """A menu, as the bar must leave room for the text in a low window. The button says how many are chosen."""

    changed = Signal(object)  # FindOptions

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_ = QMenu(self)
        self.whole_words = self._tick(tr("&Whole words"))
        self.match_case = self._tick(tr("Match &case"))
        self.pattern = self._tick(tr("&Regular expression"))
        self.menu_.addSeparator()
        self._group = QActionGroup(self.menu_)
        self._speakers: list[tuple[str, str | None]] = []
        self.show_speakers(())
        self.clicked.connect(self._open)
        self._say()

    def _tick(self, text: str) -> QAction:
        action = self.menu_.addAction(text)
        action.setCheckable(True)
        action.toggled.connect(self._tell)
        return action

    def options(self) -> FindOptions:
        """What is chosen."""
        whose = self._group.checkedAction()
        return FindOptions(
            self.whole_words.isChecked(),
            self.match_case.isChecked(),
            self.pattern.isChecked(),
            whose.data() if whose is not None else None,
        )

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Offer these; whoever is chosen stays so, where still there."""
        known = [(_ALL, None), *((each.name, each.id) for each in speakers)]
        if known == self._speakers:
            return
        chosen, self._speakers = self.options().speaker, known
        for action in self._group.actions():
            self._group.removeAction(action)
            self.menu_.removeAction(action)
            action.deleteLater()
        ids = {speaker_id for _, speaker_id in known}
        for name, speaker_id in known:
            action = self._group.addAction(self.menu_.addAction(name.replace("&", "&&")))
            action.setCheckable(True)
            action.setData(speaker_id)
            action.setChecked(speaker_id == (chosen if chosen in ids else None))
            action.triggered.connect(self._tell)
        self._say()
        if chosen not in ids:
            self.changed.emit(self.options())

    def whose(self) -> list[QAction]:
        """The choices of whose turns are looked through, everybody's first."""
        return self._group.actions()

    def _open(self) -> None:
        """Without holding the event loop; the keyboard is on the first choice."""
        self.menu_.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.menu_.setActiveAction(self.whole_words)

    def _tell(self) -> None:
        self._say()
        self.changed.emit(self.options())

    def _say(self) -> None:
        ticked = [each.iconText() for each in self.menu_.actions() if each.isChecked()]
        said = [each for each in ticked if each != _ALL]
        self.setText(tr("Options ({number})…", number=len(said)) if said else tr("Options…"))
        choices = ", ".join(said)
        how = tr("How to search: {choices}", choices=choices) if said else tr("How to search, and whose turns")
        self.setToolTip(how)
        self.setAccessibleDescription(choices)
