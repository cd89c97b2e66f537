"""Whether a recording is transcribed again when it has ended: a choice in the menu, remembered."""

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction

from desktop_app.translation import tr
from desktop_app.ui.state.live_session import LiveSession

_KEY = "record/full pass"


class FullPassChoice(QAction):
    """Ticked at first: what is written in one go over the whole is better than what is written while people speak."""

    def __init__(self, live: LiveSession, settings: QSettings, parent: QObject) -> None:
        super().__init__(tr("Transcribe again at full quality after Stop"), parent)
        self.setToolTip(tr("Names, colours and edits stay, and what the captions wrote is kept"))
        self._live = live
        self._settings = settings
        self.setCheckable(True)
        self.setChecked(bool(settings.value(_KEY, True, bool)))
        live.full_pass = self.isChecked()
        self.toggled.connect(self._choose)

    def _choose(self, wanted: bool) -> None:
        self._settings.setValue(_KEY, wanted)
        self._live.full_pass = wanted
