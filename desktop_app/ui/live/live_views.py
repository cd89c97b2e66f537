"""Everything in the window that is about recording, wired: panel, strip, captions window, recovery."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.translation import tr
from desktop_app.ui.live.captions_window import NOBODY_YET, CaptionsWindow
from desktop_app.ui.live.full_pass_choice import FullPassChoice
from desktop_app.ui.live.live_strip import LiveStrip
from desktop_app.ui.live.live_words import PAUSED, WITHOUT_CAPTIONS
from desktop_app.ui.live.record_panel import RecordPanel
from desktop_app.ui.live.recovery import Recovery
from desktop_app.ui.state.live_session import LiveSession, Phase
from desktop_app.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QWidget

    from desktop_app.core.capture.values import InputDevice, Source
    from desktop_app.jobs.live_service import LiveService
    from desktop_app.jobs.messages import Failed
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session
    from desktop_app.ui.widgets.record_button import RecordButton


class LiveViews(QObject):
    """Shows what the service says of the recording, and asks it what the user wants."""

    opened = Signal(object)
    """Recording: it is to be shown."""
    focus_left = Signal()
    """What had the keyboard's focus is gone, or needs it no more."""

    def __init__(
        self,
        service: LiveService,
        session: Session,
        button: RecordButton,
        settings: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._service = service
        self._session = session
        self._button = button
        self._settings = settings
        self._window = window
        self.live = LiveSession(service, session, self)
        self.panel = RecordPanel(settings)
        self.strip = LiveStrip()
        self.recovery = Recovery(service, session, self.live.unsettled, self)
        self.notes = Banner(button=tr("Hide"))
        self._wire_service()
        self._wire_views()

    def _wire_service(self) -> None:
        self._service.inputs_listed.connect(self._show_inputs)
        self.live.phase_changed.connect(self._show_phase)
        self.live.facts_changed.connect(self._show_facts)
        self.live.levelled.connect(self._show_level)
        self.live.began.connect(self._begin)
        self.live.ended.connect(self._end)
        self.live.refused.connect(self._refuse)

    def _wire_views(self) -> None:
        strip, panel = self.strip, self.panel
        self._button.clicked.connect(self.record_or_stop)
        panel.record_clicked.connect(self._record)
        panel.refresh_clicked.connect(self._look_again)
        panel.close_clicked.connect(self.close_panel)
        panel.choice.chosen.connect(self._watch)
        self.notes.details_clicked.connect(self.notes.hide)
        strip.pause_clicked.connect(self.live.pause_or_resume)
        strip.stop_clicked.connect(self.live.stop)
        strip.captions_clicked.connect(self.toggle_captions)
        strip.input.opened.connect(self._service.list_inputs)
        strip.input.chosen.connect(self.live.switch)
        self.recovery.opened.connect(self.opened)

    def add_to(self, menu: QMenu, *, record: QAction, pause: QAction, captions: QAction, play: QAction) -> None:
        """Put what can be done and chosen into the menu, and connect its keys, which the captions window has, too.

        play: has a place in another menu."""
        record.triggered.connect(self.record_or_stop)
        pause.triggered.connect(self.live.pause_or_resume)
        captions.triggered.connect(self.toggle_captions)
        menu.addAction(captions)
        menu.addAction(FullPassChoice(self.live, self._settings, menu))
        self._keys = [record, pause, captions, play]

    @cached_property
    def captions(self) -> CaptionsWindow:
        """The captions window, made when it is first wanted."""
        made = CaptionsWindow(self._settings)
        made.addActions(self._keys)
        if self.live.recording is not None and self.live.recording.document.live is not None:
            made.follow(self.live.recording.document)
            self._tell(made)
        return made

    # What the user does.

    def record_or_stop(self) -> None:
        """Stop; else ask what to record, or begin with what is chosen."""
        if self.live.is_recording:
            self.live.stop()
        elif self.panel.isVisible():
            self._record()
        else:
            self._open_panel()

    def toggle_captions(self) -> None:
        """Show the captions window, or close it."""
        if self.captions.isVisible():
            self.captions.close()
        else:
            self.captions.show()
            self.captions.raise_()

    def close_panel(self) -> None:
        """Close the panel without recording."""
        if self.panel.isVisible():
            self.panel.hide()
            self._service.unwatch()
            self.focus_left.emit()

    def close(self) -> None:
        """The window is closed: let go of everything."""
        self.close_panel()
        if "captions" in self.__dict__:
            self.captions.close()

    def _open_panel(self) -> None:
        self.notes.hide()
        self.panel.show_level(None)
        self.panel.show()
        self.panel.take_focus()
        self._service.list_inputs()
        if not self._window.isActiveWindow():  # the key was pressed in the captions window
            self._window.raise_()
            self._window.activateWindow()

    def _look_again(self) -> None:
        self.panel.show_level(None)
        self._service.unwatch()
        self._service.list_inputs()

    def _record(self) -> None:
        if self.panel.record.isEnabled():
            self.live.record(self.panel.choice.source)

    def _watch(self, source: Source) -> None:
        self.panel.show_note("")
        self.panel.show_level(None)
        self._listen_to(source)

    def _listen_to(self, source: Source) -> None:
        self._service.watch(source, self._session.options.language)

    # What is shown.

    def _show_inputs(self, devices: tuple[InputDevice, ...]) -> None:
        self.panel.show_inputs(devices)
        self.strip.input.show_inputs(devices)
        if self.panel.isVisible() and devices and not self.live.is_recording:
            self._listen_to(self.panel.choice.source)
        if self.panel.isVisible():
            self.panel.take_focus()

    def _show_level(self) -> None:
        if self.live.level is None:
            return
        if self.panel.isVisible():
            self.panel.show_level(self.live.level)
        if self.live.is_recording:
            self.strip.show_level(self.live.level)

    def _show_phase(self) -> None:
        phase = self.live.phase
        self._button.show_recording(self.live.is_recording)
        self._button.setEnabled(phase not in {Phase.STARTING, Phase.STOPPING})
        self.panel.show_starting(phase is Phase.STARTING)
        self._show_facts()

    def _show_facts(self) -> None:
        if self.panel.isVisible():
            self.panel.show_room(self.live.room)
        self.strip.show_live(self.live)
        if "captions" in self.__dict__:
            self._tell(self.captions)

    def _tell(self, captions: CaptionsWindow) -> None:
        """Say what must be known beside the captions."""
        captions.show_note(PAUSED if self.live.phase is Phase.PAUSED else "")
        if self.live.is_recording:
            captions.show_hint(WITHOUT_CAPTIONS if self.live.trouble else NOBODY_YET)

    def _begin(self, recording: Recording) -> None:
        self.panel.hide()
        self.strip.clear()
        if "captions" in self.__dict__:
            self.captions.follow(recording.document)
        self.opened.emit(recording)
        self.focus_left.emit()

    def _end(self, recording: Recording) -> None:
        if recording.ending:
            self.notes.show_sentence(recording.ending)

    def _refuse(self, failed: Failed) -> None:
        sentence = f"{failed.reason} {failed.hint}".strip()
        if self.recovery.refused(failed):
            return
        if self.panel.isVisible():
            self.panel.show_note(sentence)
        else:
            self.notes.show_sentence(sentence)
