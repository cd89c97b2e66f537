"""The window: its layout, and what is wired to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.jobs.messages import Failed
from desktop_app.ui.engines.engine_views import EngineViews
from desktop_app.ui.engines.model_offering import ModelOffering
from desktop_app.ui.frame.actions import make_actions
from desktop_app.ui.frame.border_dragging import BorderDragging
from desktop_app.ui.frame.closing import Closing
from desktop_app.ui.frame.command_palette import CommandPalette
from desktop_app.ui.frame.commands import commands
from desktop_app.ui.frame.crash_line import CrashLine
from desktop_app.ui.frame.doubting import Doubting
from desktop_app.ui.frame.editing import Editing
from desktop_app.ui.frame.exporting import Exporting
from desktop_app.ui.frame.find_and_replace import FindAndReplace
from desktop_app.ui.frame.finding_missing import FindingMissing
from desktop_app.ui.frame.first_tour import FirstTour
from desktop_app.ui.frame.foot import Foot
from desktop_app.ui.frame.hearing_again import HearingAgain
from desktop_app.ui.frame.key_bindings import KeyBindings
from desktop_app.ui.frame.key_tips import KeyTips
from desktop_app.ui.frame.main_menu import fill_main_menu
from desktop_app.ui.frame.new_recordings import NewRecordings
from desktop_app.ui.frame.pages import Pages
from desktop_app.ui.frame.panels import Panels
from desktop_app.ui.frame.playing import Playing
from desktop_app.ui.frame.queueing import Queueing
from desktop_app.ui.frame.reading_mode import ReadingMode
from desktop_app.ui.frame.recognising import Recognising
from desktop_app.ui.frame.situation_acts import SituationActs
from desktop_app.ui.frame.speaker_acts import SpeakerActs
from desktop_app.ui.frame.status_line import StatusLine
from desktop_app.ui.frame.top_bar import TopBar
from desktop_app.ui.frame.viewing import Viewing
from desktop_app.ui.frame.window_place import remember_place, restore_place
from desktop_app.ui.frame.work_line import WorkLine
from desktop_app.ui.library.file_opening import FileOpening
from desktop_app.ui.library.library_panel import LibraryPanel
from desktop_app.ui.library.library_views import LibraryViews
from desktop_app.ui.live.live_views import LiveViews
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.session import Session
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.focus_keeper import FocusKeeper

if TYPE_CHECKING:
    from desktop_app.jobs.services import Services
    from desktop_app.ui.look.appearance import Appearance


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
        self.actions_ = make_actions(self)
        self.keys = KeyBindings(self.actions_, settings)
        self.bar = TopBar()
        self.menu = self.bar.make_menu(appearance)
        self.banner = Banner()
        self.panels = Panels(LibraryPanel(self.session), settings)
        self.recordings, self.centre, self.speakers = self.panels.recordings, self.panels.centre, self.panels.speakers
        self.new_recordings = NewRecordings(self.session, self.panels)
        self.status = StatusLine()
        WorkLine(self.session, self.status)
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
        # At once: the Tab key goes in the order in which widgets come.
        self.centre.view.add_below_text(self.editing.first_draft.panel)
        self.finding = FindAndReplace(self.bar.search, self.centre.view, self.editing.typing)
        self.viewing = Viewing(self.centre.view.text, settings, self)
        bars = (self.bar, self.foot)
        self.reading = ReadingMode(self.viewing.choice, self.editing.typing, self.panels, self.playing.panel, bars)
        self.library_views = LibraryViews(services.library, self.session, self.recordings, settings, self)
        self.missing = FindingMissing(self.session, self.library_views.sound_finder, self.actions_, self)
        self._lay_out_notes()
        self.opening = FileOpening(self.session, settings, self)
        self.exporting = Exporting(self.session, self.bar.export, self.actions_.export, settings, self)
        self._acts = SituationActs(self.session, self.opening, self.missing, self.library_views)
        self.pages = Pages(self.actions_, self.keys, self)
        self.queueing = Queueing(self.session, services.computer, self)
        self.commands = CommandPalette(self)
        self._closing = Closing(self.session, self.live_views, self)
        self._lay_out()
        self.tour = FirstTour(self, self.bar, self.panels, self.keys, settings)
        fill_main_menu(self, settings)
        self._wire_bar()
        self._wire_session()
        self._wire_news()
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
        restore_place(self, self._settings)

    def _lay_out_notes(self) -> None:
        view = self.centre.view
        for note in (self.hearing.note, self.missing.note):
            view.add_below_text(note)
            view.text.columns_changed.connect(note.align)
            note.put_away.connect(view.take_focus)

    def _wire_bar(self) -> None:
        actions, bar = self.actions_, self.bar
        for signal in (bar.open.clicked, actions.open.triggered, self.centre.empty.open_clicked):
            signal.connect(self.opening.ask)
        actions.queue.triggered.connect(self.queueing.show_page)
        actions.open_folder.triggered.connect(self.opening.ask_for_folder)
        actions.open_meeting.triggered.connect(self.opening.ask_for_meeting)
        self.library_views.archive.wire(actions.open_archive)
        self.library_views.archive.came_or_went.connect(lambda: self.panels.bring(self.recordings))
        actions.menu.triggered.connect(bar.open_menu)
        self.finding.wire_keys(actions)
        actions.palette.triggered.connect(lambda: self.commands.open(commands(actions, self.menu)))
        actions.next_doubt.triggered.connect(self.doubting.step)
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

    def _wire_session(self) -> None:
        self.opening.opened.connect(self.recordings.choose)
        self.queueing.shown.connect(self.recordings.choose)
        for asking in (self.queueing, self.recordings):
            asking.meeting_asked.connect(self.opening.ask_for_meeting_of)
        self.queueing.options_chosen.connect(self.new_recordings.use_options)
        self.queueing.language_chosen.connect(self.new_recordings.use_language)
        self.opening.hovered.connect(self.centre.show_hot)
        self.session.changed.connect(self._changed)
        self.session.changed.connect(self.tour.offer)
        self.session.regrouping.regrouped.connect(self.editing.tell_of_regrouping)
        self.speakers.grouping.chosen.connect(self.session.regrouping.regroup)
        self.recordings.chosen.connect(self._choose)
        self.library_views.failed.connect(self.queueing.watching.begin)
        self.library_views.shared_folder.told.connect(self.live_views.notes.show_sentence)
        self.library_views.place_wanted.connect(self.centre.view.show_place)
        self.centre.empty.sample_clicked.connect(self.opening.open_sample)
        self.centre.view.acted.connect(self._acts.act)
        self.centre.view.copy_asked.connect(self.keeper.keep_copy)
        self.centre.view.sound_asked.connect(self.library_views.sound_finder.ask)
        self.centre.view.facts_changed.connect(self._refresh_figures)

    def _wire_news(self) -> None:
        """What is told for a moment stands at the bottom, what went wrong above everything."""
        telling = (self.editing, self.recognising, self.finding, self.queueing, self.session.turns, self.engine_views)
        for part in telling:
            part.told.connect(self.status.say)
        self.exporting.exported.connect(self.status.show_exported)
        self.opening.refused.connect(self.banner.show_sentence)
        session = self.session
        for failed in (
            session.jobs.brought_back,
            session.regrouping.failed,
            session.turns.failed,
            self.library_views.failed,
        ):
            failed.connect(self._show_failed)

    def _wire_engines(self) -> None:
        views = self.engine_views
        views.language_told.connect(self.status.show_language)
        views.understood.connect(self.centre.empty.show_understood)
        for shown in (self.status.show_promise, self.centre.empty.show_promise):
            views.promised.connect(shown)
        self.actions_.settings.triggered.connect(views.show_settings)
        views.language_chosen.connect(self.new_recordings.use_language)
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

    def _changed(self, recording: Recording) -> None:
        if recording is self.recording:
            self._refresh_actions()

    def _refresh_figures(self) -> None:
        transcript = self.recording.document.transcript if self.recording else None
        self.status.show_transcript(transcript)
        self.engine_views.show_transcript(transcript)

    def _refresh_actions(self) -> None:
        recording = self.recording
        self.exporting.refresh(recording)
        self.actions_.statistics.setEnabled(recording is not None and recording.readable)
        self.editing.refresh(recording.document if recording else None)
        self.hearing.refresh(recording)
        self.missing.refresh(recording)
        self.finding.refresh(recording.document if recording else None)
        self.actions_.rename.setEnabled(recording is not None)
        self.actions_.remove.setEnabled(recording is not None and recording.removable)

    def _rename(self) -> None:
        self.speakers.edit_name(self.centre.view.text.speaker_at_caret())

    # Pages, focus.

    def _show_statistics(self) -> None:
        if (recording := self.recording) is not None:
            self.pages.show_statistics(recording)

    def _show_failed(self, failed: Failed) -> None:
        self.banner.show_sentence(f"{failed.reason} {failed.hint}")

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
        remember_place(self, self._settings)
        self.panels.remember()
        self.live_views.close()
        self.playing.close()
        self.queueing.close()
        event.accept()
