"""The window: its layout, and what is wired to what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr
from desktop_app.ui.engines.engine_views import EngineViews
from desktop_app.ui.engines.model_offering import ModelOffering
from desktop_app.ui.export.drag_out import DragOut
from desktop_app.ui.export.export_destinations import ExportDestinations
from desktop_app.ui.export.export_dialog import ExportDialog
from desktop_app.ui.frame.about import AboutPage
from desktop_app.ui.frame.actions import make_actions
from desktop_app.ui.frame.border_dragging import BorderDragging
from desktop_app.ui.frame.closing import Closing
from desktop_app.ui.frame.command_palette import CommandPalette
from desktop_app.ui.frame.commands import commands
from desktop_app.ui.frame.crash_line import CrashLine
from desktop_app.ui.frame.doubting import Doubting
from desktop_app.ui.frame.editing import Editing
from desktop_app.ui.frame.find_and_replace import FindAndReplace
from desktop_app.ui.frame.finding_missing import FindingMissing
from desktop_app.ui.frame.first_tour import FirstTour
from desktop_app.ui.frame.foot import Foot
from desktop_app.ui.frame.hearing_again import HearingAgain
from desktop_app.ui.frame.key_bindings import KeyBindings
from desktop_app.ui.frame.key_tips import KeyTips
from desktop_app.ui.frame.panels import Panels
from desktop_app.ui.frame.playing import Playing
from desktop_app.ui.frame.queueing import Queueing
from desktop_app.ui.frame.reading_mode import ReadingMode
from desktop_app.ui.frame.recognising import Recognising
from desktop_app.ui.frame.shortcuts_page import ShortcutsPage
from desktop_app.ui.frame.speaker_acts import SpeakerActs
from desktop_app.ui.frame.statistics_page import StatisticsPage
from desktop_app.ui.frame.status_line import StatusLine
from desktop_app.ui.frame.top_bar import TopBar
from desktop_app.ui.frame.viewing import Viewing
from desktop_app.ui.library.file_opening import FileOpening
from desktop_app.ui.library.keep_voices import KeepVoices
from desktop_app.ui.library.library_panel import LibraryPanel
from desktop_app.ui.library.library_views import LibraryViews
from desktop_app.ui.library.recording_menu import show_folder
from desktop_app.ui.live.live_views import LiveViews
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session
from desktop_app.ui.state.situation import Action
from desktop_app.ui.state.throttle import Throttle
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.focus_keeper import FocusKeeper
from desktop_app.ui.widgets.screen_fit import bring_within, resize_within, room_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.core.pipeline.stages import JobOptions
    from desktop_app.jobs.services import Services
    from desktop_app.ui.look.appearance import Appearance

_USUAL = QSize(1280, 800)
_LEAST = QSize(720, 480)
_GEOMETRY = "window/geometry"
_WORK_MS = 100
"""What is worked on is told so often at most."""


class MainWindow(QMainWindow):
    """Left the recordings, in the middle the text, right the speakers."""

    def __init__(self, services: Services, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("Diarist")
        self._settings = settings
        self.focus = FocusKeeper(self)
        service = services.transcription
        self.keeper = ProjectKeeper(services.projects, self)
        self.session = Session(service, self.keeper, self)
        self.exports = ExportDestinations(self.session)
        self.actions_ = make_actions(self)
        self.keys = KeyBindings(self.actions_, settings)
        self.bar = TopBar()
        self.menu = self.bar.make_menu(appearance)
        self.banner = Banner()
        self.panels = Panels(LibraryPanel(self.session), settings)
        self.recordings, self.centre, self.speakers = self.panels.recordings, self.panels.centre, self.panels.speakers
        self.status = StatusLine()
        self.engine_views = EngineViews(service, self.session, self.bar.chip, self.banner, self)
        self.offering = ModelOffering(service, settings, self)
        self.crash_line = CrashLine()
        self.foot = Foot(self.offering.line, self.status, self)
        self.live_views = LiveViews(services.live, self.session, self.bar.record, settings, self)
        self.playing = Playing(services, self.keeper, self.panels, settings, self)
        self.editing = Editing(self.centre.view.text, settings)
        BorderDragging(self.playing.panel.waveform, self.centre.view.text, self.editing)
        self.speaker_acts = SpeakerActs(self.speakers, self.session, self.playing.listening)
        self.recognising = Recognising(self.speakers, self.speaker_acts, settings, self)
        self.doubting = Doubting(
            self.centre.view.text, self.centre.view.doubt_bar, self.editing, self.playing.listening
        )
        self.hearing = HearingAgain(service, self.session, self.editing, self.actions_, self)
        self.centre.view.add_below_text(self.editing.first_draft.panel)
        self.finding = FindAndReplace(self.bar.search, self.centre.view, self.editing.typing)
        self.viewing = Viewing(self.centre.view.text, settings, self)
        bars = (self.bar, self.foot)
        self.reading = ReadingMode(self.viewing.choice, self.editing.typing, self.panels, self.playing.panel, bars)
        self.library_views = LibraryViews(services.library, self.session, self.recordings, settings, self)
        self.missing = FindingMissing(self.session, self.library_views.sound_finder, self.actions_, self)
        for note in (self.hearing.note, self.missing.note):
            self.centre.view.add_below_text(note)
            self.centre.view.text.columns_changed.connect(note.align)
            note.put_away.connect(self.centre.view.take_focus)
        self.opening = FileOpening(self.session, settings, self)
        self.queueing = Queueing(self.session, services.computer, self)
        self.commands = CommandPalette(self)
        self._work = Throttle(self, _WORK_MS)
        self._work.due.connect(self._refresh_work)
        self._closing = Closing(self.session, self.live_views, self)
        self._lay_out()
        self.tour = FirstTour(self, self.bar, self.panels, self.keys, settings)
        self._fill_menu()
        self._wire_bar()
        self._wire_session()
        self._wire_engines()
        self._wire_live()
        self._name_keys()
        self._choose(None)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        live = self.live_views
        above = (self.bar, self.crash_line, self.banner, live.notes, live.recovery.banner, live.panel)
        for widget in (*above, self.panels, self.playing.panel, live.strip, self.foot):
            column.addWidget(widget, 1 if widget is self.panels else 0)
        self.setCentralWidget(body)
        self.setMinimumSize(_LEAST.boundedTo(room_for(self)))
        resize_within(self, _USUAL)
        geometry = self._settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray) and self.restoreGeometry(geometry):
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
            bring_within(self)

    def _fill_menu(self) -> None:
        actions = self.actions_
        view = self.menu.actions()[0]
        recordings = QMenu(tr("Recordings", "a menu"), self.menu)
        recordings.addActions([actions.open_folder, actions.open_meeting, actions.queue, actions.remove])
        self.menu.insertMenu(view, recordings)
        self.menu.insertActions(view, [actions.export, actions.statistics, actions.undo, actions.redo, actions.rename])
        correcting = QMenu(tr("Correct", "a menu"), self.menu)
        self.menu.insertMenu(view, correcting)
        self.editing.wire_keys(actions, correcting)
        self.editing.told.connect(self.status.say)
        actions.next_doubt.triggered.connect(self.doubting.step)
        playing = QMenu(tr("Playing"), self.menu)
        self.menu.insertMenu(view, playing)
        self.playing.wire_keys(actions, self.keys, playing)
        self.menu.insertSeparator(view)
        self.live_views.add_to(
            self.menu, record=actions.record, pause=actions.pause, captions=actions.captions, play=actions.play
        )
        voices = self.menu.addMenu(tr("Voices"))
        voices.addAction(KeepVoices(self.session, self._settings, voices))
        self.recognising.add_to(voices)
        self.recognising.told.connect(self.status.say)
        for menu in (voices, self.menu):
            menu.setToolTipsVisible(True)
        self.menu.addSeparator()
        self.reading.wire_keys(actions)
        self.viewing.wire_keys(actions, self.reading, self.bar.view)
        self.bar.view.addSeparator()
        self.bar.view.addActions([actions.library, actions.speakers])
        engines = self.menu.addMenu(tr("Engines and models"))
        engines.addAction(tr("Engines…"), self.engine_views.show_page)
        engines.addAction(tr("Models…"), self.engine_views.show_models)
        self.menu.addAction(actions.settings)
        about = self.menu.addMenu(tr("Help"))
        about.addAction(actions.palette)
        about.addAction(tr("First steps"), self.tour.begin)
        about.addAction(tr("Keyboard shortcuts"), self._show_shortcuts)
        about.addAction(tr("Copy diagnostics"), self.engine_views.copy_diagnostics)
        about.addAction(tr("About Diarist"), self._show_about)
        self.menu.addAction(self.actions_.quit)

    def _wire_bar(self) -> None:
        actions, bar = self.actions_, self.bar
        for signal in (bar.open.clicked, actions.open.triggered, self.centre.empty.open_clicked):
            signal.connect(self.opening.ask)
        actions.queue.triggered.connect(self.queueing.show_page)
        actions.open_folder.triggered.connect(self.opening.ask_for_folder)
        actions.open_meeting.triggered.connect(self.opening.ask_for_meeting)
        for signal in (bar.export.clicked, actions.export.triggered):
            signal.connect(self.ask_for_export)
        self.dragged_export = DragOut(bar.export, self._dragged_files)
        actions.menu.triggered.connect(bar.open_menu)
        self.finding.wire_keys(actions)
        actions.palette.triggered.connect(lambda: self.commands.open(commands(actions, self.menu)))
        actions.statistics.triggered.connect(self._show_statistics)
        actions.rename.triggered.connect(self._rename)
        actions.remove.triggered.connect(self.recordings.remove_chosen)
        actions.search_library.triggered.connect(self.recordings.search.begin)
        actions.library.triggered.connect(lambda: self.panels.toggle(self.recordings))
        actions.speakers.triggered.connect(lambda: self.panels.toggle(self.speakers))
        self.panels.folded.connect(self._show_folded)
        actions.next_panel.triggered.connect(self._focus_next_panel)
        actions.quit.triggered.connect(self.close)
        self.finding.left_voice.connect(self.playing.listening.leave_voice)
        self.finding.told.connect(self.status.say)

    def _wire_session(self) -> None:
        self.opening.opened.connect(self.recordings.choose)
        self.queueing.shown.connect(self.recordings.choose)
        for asking in (self.queueing, self.recordings):
            asking.meeting_asked.connect(self.opening.ask_for_meeting_of)
        self.queueing.told.connect(self.status.say)
        self.queueing.options_chosen.connect(self._use_options)
        self.queueing.language_chosen.connect(self._use_language)
        self.opening.refused.connect(self.banner.show_sentence)
        self.opening.hovered.connect(self.centre.show_hot)
        self.session.added.connect(self._added)
        self.session.removed.connect(self._refresh_work)
        self.session.changed.connect(self._changed)
        self.session.changed.connect(self.tour.offer)
        self.session.jobs.brought_back.connect(self._show_failed)
        self.session.regrouping.failed.connect(self._show_failed)
        self.session.regrouping.regrouped.connect(self.editing.tell_of_regrouping)
        self.session.turns.failed.connect(self._show_failed)
        self.session.turns.told.connect(self.status.say)
        self.speakers.grouping.chosen.connect(self.session.regrouping.regroup)
        self.recordings.chosen.connect(self._choose)
        self.library_views.failed.connect(self._show_failed)
        self.library_views.failed.connect(self.queueing.watching.begin)
        self.library_views.shared_folder.told.connect(self.live_views.notes.show_sentence)
        self.library_views.place_wanted.connect(self.centre.view.show_place)
        self.centre.empty.sample_clicked.connect(self.opening.open_sample)
        self.centre.view.acted.connect(self._act)
        self.centre.view.copy_asked.connect(self.keeper.keep_copy)
        self.centre.view.sound_asked.connect(self.library_views.sound_finder.ask)
        self.centre.view.facts_changed.connect(self._refresh_figures)
        for count in (self.recordings.speaker_count, self.centre.empty.speaker_count):
            count.chosen.connect(self._use_options)
        for language in (self.recordings.language, self.centre.empty.language):
            language.chosen.connect(self._use_language)

    def _wire_engines(self) -> None:
        views = self.engine_views
        views.told.connect(self.status.say)
        views.language_told.connect(self.status.show_language)
        views.understood.connect(self.centre.empty.show_understood)
        for shown in (self.status.show_promise, self.centre.empty.show_promise):
            views.promised.connect(shown)
        self.actions_.settings.triggered.connect(views.show_settings)
        views.language_chosen.connect(self._use_language)
        views.folder_changed.connect(self.library_views.folder.take_up)
        views.settings_changed.connect(self.queueing.take_up_changes)
        self.queueing.begin()
        views.refresh_promise()
        views.tell_language()

    def _wire_live(self) -> None:
        views = self.live_views
        self.centre.empty.record_clicked.connect(views.record_or_stop)
        views.opened.connect(self.recordings.choose)
        self.recognising.follow(views.live)
        views.focus_left.connect(self.centre.view.take_focus)

    def _name_keys(self) -> None:
        bar, panel, strip = self.bar, self.live_views.panel, self.live_views.strip
        named = ((bar.open, "open"), (bar.export, "export"), (bar.more, "menu"), (panel.record, "record"))
        self._tips = KeyTips(self.keys)
        self._tips.add((*named, (strip.stop, "record"), (strip.pause, "pause"), (strip.captions, "captions")))
        self._tips.add([(self.recordings.search.field, "search_library")])
        for name, part in (("record", bar.record), ("find", bar.search)):
            self.keys.changed.connect(lambda name=name, part=part: part.show_key(self.keys.text(name)))
            part.show_key(self.keys.text(name))

    def _use_options(self, options: JobOptions) -> None:
        before = self.session.options
        self.session.options = replace(options, keep_voices=before.keep_voices, language=before.language)
        self.recordings.speaker_count.show_options(options)
        self.centre.empty.speaker_count.show_options(options)

    def _use_language(self, language: str) -> None:
        self.session.options = replace(self.session.options, language=language)
        self.recordings.language.show_language(language)
        self.centre.empty.language.show_language(language)

    # The recording in view.

    @property
    def recording(self) -> Recording | None:
        """The recording in view."""
        return self.centre.view.recording

    def _choose(self, recording: Recording | None) -> None:
        if recording is not None:
            self.session.opening.load(recording)
        self.doubting.leave()
        self.centre.show_recording(recording)
        self.speakers.grouping.show_recording(recording)
        self.speakers.show_document(recording.document if recording else None)
        self.speaker_acts.show_document(recording.document if recording else None)
        self.editing.show_recording(recording)
        self.recognising.show_recording(recording)
        self.playing.show_recording(recording)
        self.setWindowTitle(f"{recording.name} – Diarist" if recording else "Diarist")
        self.bar.search.setEnabled(recording is not None)
        self.reading.offer(recording is not None)
        self._refresh_figures()
        self._refresh_actions()

    def _added(self) -> None:
        self.panels.fill(self.recordings, True)
        self.status.clear_message()
        self._work.ask()

    def _changed(self, recording: Recording) -> None:
        self._work.ask()
        if recording is self.recording:
            self._refresh_actions()

    def _refresh_work(self) -> None:
        working = self.session.working()
        waiting = sum(each.state is State.WAITING for each in self.session.recordings)
        self.status.show_work(working, waiting)
        self.panels.fill(self.recordings, bool(self.session.recordings))

    def _refresh_figures(self) -> None:
        transcript = self.recording.document.transcript if self.recording else None
        self.status.show_transcript(transcript)
        self.engine_views.show_transcript(transcript)

    def _refresh_actions(self) -> None:
        recording = self.recording
        ready = recording is not None and recording.readable
        self.bar.export.setEnabled(ready)
        self.actions_.export.setEnabled(ready)
        self.actions_.statistics.setEnabled(ready)
        self.editing.refresh(recording.document if recording else None)
        self.hearing.refresh(recording)
        self.missing.refresh(recording)
        self.finding.refresh(recording.document if recording else None)
        self.actions_.rename.setEnabled(recording is not None)
        self.actions_.remove.setEnabled(recording is not None and recording.removable)

    def _act(self, recording: Recording, action: Action) -> None:
        match action:
            case Action.CANCEL:
                self.session.jobs.cancel(recording)
            case Action.RETRY | Action.TRANSCRIBE:
                self.session.retry(recording)
            case Action.WRITE:
                self.missing.find(recording)
            case Action.OPEN:
                self.opening.ask()
            case Action.FOLDER:
                show_folder(recording)
            case Action.REMOVE:
                self.library_views.ask_to_remove([recording])

    def _rename(self) -> None:
        self.speakers.edit_name(self.centre.view.text.speaker_at_caret())

    def _dragged_files(self) -> Sequence[Path]:
        recording = self.recording
        return () if recording is None else self.exports.to_drag(recording, self._settings)

    def ask_for_export(self) -> None:
        """Let the user export what is in view."""
        recording = self.recording
        if recording is None:
            return
        transcript = recording.document.transcript
        regrouped = transcript.turns is not recording.document.original.turns
        proposed = self.exports.proposed(recording)
        dialog = ExportDialog(transcript, proposed, self._settings, self, regrouped=regrouped)
        dialog.exported.connect(self.status.show_exported)
        dialog.exported.connect(lambda paths: self.exports.note(recording, paths))
        dialog.open()

    # Pages, focus.

    def _show_statistics(self) -> None:
        if (recording := self.recording) is not None:
            transcript, folder = recording.document.transcript, recording.export_folder
            StatisticsPage(transcript, recording.name, folder, self).open()

    def _show_failed(self, failed: Failed) -> None:
        self.banner.show_sentence(f"{failed.reason} {failed.hint}")

    def _show_shortcuts(self) -> None:
        ShortcutsPage(self.actions_, self.keys, self).open()

    def _show_about(self) -> None:
        AboutPage(self).open()

    def _show_folded(self) -> None:
        self.actions_.library.setChecked(not self.recordings.isHidden())
        self.actions_.speakers.setChecked(not self.speakers.isHidden())

    def _focus_next_panel(self) -> None:
        player, bar = self.playing.panel, self.bar
        card = self.tour.card
        self.panels.focus_next((player, player.take_focus), (bar, bar.search.setFocus), (card, card.next.setFocus))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, and Esc leaves the tour or what has the whole window, where nothing else has a use for them."""
        if event.key() == Qt.Key.Key_Escape and (self.tour.leave() or self.viewing.leave()):
            return
        if event.key() == Qt.Key.Key_Space and not (event.modifiers() or event.isAutoRepeat()):
            self.actions_.play.trigger()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, or ask first."""
        if not self._closing.is_agreed():
            event.ignore()
            return
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self.panels.remember()
        self.live_views.close()
        self.playing.close()
        self.queueing.close()
        event.accept()
