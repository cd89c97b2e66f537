"""Whether the voices of the recordings opened next are kept: a choice in the menu, remembered."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction

from desktop_app.translation import tr
from desktop_app.ui.state.session import Session

_KEY = "voices/keep"


class KeepVoices(QAction):
    """Ticked at first: without its voices, a transcript's speakers cannot be changed once the window is closed."""

    def __init__(self, session: Session, settings: QSettings, parent: QObject) -> None:
        super().__init__(tr("Keep voices on this computer"), parent)
        self.setToolTip(tr("With them, the speakers of a transcript can be changed when it is opened again"))
        self._session = session
        self._settings = settings
        self.setCheckable(True)
        self.setChecked(bool(settings.value(_KEY, True, bool)))
        self._use(self.isChecked())
        self.toggled.connect(self._choose)

    def _choose(self, keep: bool) -> None:
        self._settings.setValue(_KEY, keep)
        self._use(keep)

    def _use(self, keep: bool) -> None:
        self._session.options = replace(self._session.options, keep_voices=keep)
