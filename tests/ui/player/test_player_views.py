"""The player in view: what it shows, what it asks for, what it remembers."""

from pathlib import Path

import numpy as np
import pytest
from outputs import TIMEOUT_MS, ScriptedSystem, play_until, sound
from PySide6.QtCore import QObject, QSettings
from pytestqt.qtbot import QtBot
from scripted import BEN, transcript, turn

from desktop_app.core.audio.peaks import Peaks
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.sound import SoundState
from desktop_app.core.transcript.values import Span
from desktop_app.jobs.services import Services
from desktop_app.ui.player.choices import Output
from desktop_app.ui.player.player_views import PlayerViews
from desktop_app.ui.state.listening import Listening
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State

TALK = transcript(turn("good morning have you seen it", 1000), turn("I have", 6000, BEN), turn("and", 12_000))


@pytest.fixture
def listening(services: Services) -> Listening:
    return Listening(services.playback)


@pytest.fixture
def views(
    qtbot: QtBot, services: Services, listening: Listening, keeper: ProjectKeeper, settings: QSettings
) -> PlayerViews:
    made = PlayerViews(services, listening, keeper, settings, QObject(listening))
    qtbot.addWidget(made.panel)
    made.panel.resize(1000, 220)
    return made


@pytest.fixture
def recording(tmp_path: Path, listening: Listening) -> Recording:
    made = Recording(sound(tmp_path / "talk.wav"), JobOptions(), listening)
    made.document.finish(TALK)
    made.state = State.DONE
    return made


@pytest.fixture
def loaded(qtbot: QtBot, views: PlayerViews, recording: Recording) -> PlayerViews:
    views.show_recording(recording)
    waveform = views.panel.waveform
    qtbot.waitUntil(lambda: waveform.lanes is not None and waveform.length_ms >= 20_000, timeout=TIMEOUT_MS)
    return views


def head_ms(views: PlayerViews) -> int:
    return views.panel.waveform.navigation.head_ms


# What is shown.


def test_without_a_recording_there_is_no_player(views: PlayerViews, recording: Recording) -> None:
    assert views.panel.isHidden()
    views.show_recording(recording)
    assert not views.panel.isHidden()
    recording.enter(State.LIVE)
    assert views.panel.isHidden()


def test_a_recording_that_is_not_transcribed_has_its_waveform_alone(
    qtbot: QtBot, views: PlayerViews, recording: Recording, peaks_maker: QObject
) -> None:
    recording.document.finish(transcript())
    recording.state = State.WAITING
    with qtbot.waitSignal(peaks_maker.made, timeout=TIMEOUT_MS):
        views.show_recording(recording)
    assert views.panel.waveform.lanes is None
    assert views.panel.waveform.length_ms >= 20_000
    assert not views.panel.transport.next.isEnabled()
    assert views.panel.transport.play.isEnabled()


def test_head_and_time_go_on_while_it_plays(qtbot: QtBot, loaded: PlayerViews, output: ScriptedSystem) -> None:
    loaded.panel.transport.play_clicked.emit()
    play_until(qtbot, output, lambda: loaded.listening.position_ms > 1500)
    assert head_ms(loaded) == loaded.listening.position_ms
    assert loaded.panel.transport.play.accessibleName() == "Pause"


def test_a_missing_sound_is_told_and_turns_can_still_be_gone_to(
    qtbot: QtBot, views: PlayerViews, recording: Recording
) -> None:
    recording.path.unlink()
    views.show_recording(recording)
    transport = views.panel.transport
    qtbot.waitUntil(lambda: bool(transport.trouble.text()), timeout=TIMEOUT_MS)
    assert transport.trouble.text() == "'talk.wav' cannot be played: there is no such file."
    assert not transport.play.isEnabled()
    qtbot.waitUntil(lambda: views.panel.waveform.lanes is not None)
    views.next_turn()
    assert head_ms(views) == 1000


# The waveform's data.


def test_the_waveform_is_made_once_and_kept_in_the_project(
    qtbot: QtBot, views: PlayerViews, recording: Recording, keeper: ProjectKeeper, peaks_maker: QObject
) -> None:
    keeper.keep(recording)
    with qtbot.waitSignal(peaks_maker.made, timeout=TIMEOUT_MS):
        views.show_recording(recording)
    qtbot.waitUntil(lambda: recording.project is not None and recording.saved, timeout=TIMEOUT_MS)
    project = open_project(recording.project, read_only=True)
    kept = project.peaks
    project.close()
    assert kept is not None
    assert Peaks.from_bytes(kept.data).duration_ms >= 20_000
    assert recording.peaks == kept.data


def test_what_was_kept_is_shown_although_the_sound_is_gone(
    qtbot: QtBot, views: PlayerViews, recording: Recording, peaks_maker: QObject
) -> None:
    recording.sound_state = SoundState.MISSING
    recording.peaks = Peaks(np.full((2, 2000), 5, np.int8)).to_bytes()
    with qtbot.waitSignal(peaks_maker.unpacked, timeout=TIMEOUT_MS):
        views.show_recording(recording)
    assert views.panel.waveform.length_ms == 32_000


def test_a_waveform_made_before_there_was_a_project_goes_into_it(
    qtbot: QtBot, recording: Recording, keeper: ProjectKeeper
) -> None:
    recording.peaks = Peaks(np.full((2, 20), 5, np.int8)).to_bytes()
    keeper.keep(recording)
    qtbot.waitUntil(lambda: recording.project is not None and recording.saved, timeout=TIMEOUT_MS)
    project = open_project(recording.project, read_only=True)
    kept = project.peaks
    project.close()
    assert kept is not None
    assert kept.data == recording.peaks


# Turns, loops.


def test_the_buttons_go_from_turn_to_turn(loaded: PlayerViews) -> None:
    transport = loaded.panel.transport
    for asked, expected in (
        (transport.next_turn_asked, 1000),
        (transport.next_turn_asked, 6000),
        (transport.next_turn_asked, 12_000),
        (transport.next_turn_asked, 12_000),
        (transport.previous_turn_asked, 6000),
    ):
        asked.emit()
        assert loaded.listening.position_ms == expected


def test_without_a_choice_this_turn_is_looped(loaded: PlayerViews) -> None:
    loaded.listening.seek(6100)
    loaded.toggle_loop()
    assert loaded.listening.loop == loaded.panel.waveform.selection == Span(6000, 6600)
    assert loaded.panel.transport.loop.isChecked()
    loaded.toggle_loop()
    assert (loaded.listening.loop, loaded.panel.waveform.selection) == (None, None)
    assert not loaded.panel.transport.loop.isChecked()


def test_what_is_selected_in_the_text_is_looped_before_all_else(loaded: PlayerViews) -> None:
    loaded.loop_from_text(lambda: Span(1300, 2250))
    loaded.toggle_loop()
    assert loaded.listening.loop == Span(1300, 2250)


def test_what_is_chosen_in_the_waveform_is_looped_once_it_stays(qtbot: QtBot, loaded: PlayerViews) -> None:
    for end_ms in (5000, 7000, 9000):
        loaded.panel.waveform.select(4000, end_ms)
        assert loaded.listening.loop is None
    qtbot.waitUntil(lambda: loaded.listening.loop == Span(4000, 9000))
    loaded.panel.waveform.select(0, 0)
    qtbot.waitUntil(lambda: loaded.listening.loop is None)


def test_the_loop_button_of_a_recording_without_turns_springs_back(
    qtbot: QtBot, views: PlayerViews, recording: Recording
) -> None:
    recording.document.finish(transcript())
    views.show_recording(recording)
    views.panel.transport.loop.click()
    assert not views.panel.transport.loop.isChecked()


# Following: one truth.


def test_looking_elsewhere_in_the_waveform_leaves_the_voice_everywhere(
    qtbot: QtBot, loaded: PlayerViews, output: ScriptedSystem
) -> None:
    waveform, transport = loaded.panel.waveform, loaded.panel.transport
    waveform.zoom(5)
    loaded.listening.play(1000)
    play_until(qtbot, output, lambda: loaded.listening.playing)
    waveform.look_at(waveform.navigation.view.scrolled(800))
    assert not loaded.listening.follows
    assert transport.follow.accessibleName() == "Back to voice"
    waveform.look_at(waveform.navigation.view.scrolled(-800))
    assert not loaded.listening.follows
    assert not waveform.navigation.follows
    transport.follow.click()
    assert loaded.listening.follows
    assert waveform.navigation.follows


def test_seeking_in_the_waveform_goes_back_to_the_voice(
    qtbot: QtBot, loaded: PlayerViews, output: ScriptedSystem
) -> None:
    loaded.listening.play(1000)
    play_until(qtbot, output, lambda: loaded.listening.playing)
    loaded.listening.leave_voice()
    loaded.panel.waveform.seek(6000)
    assert loaded.listening.follows
    assert loaded.panel.waveform.navigation.follows
    assert loaded.listening.position_ms == 6000


def test_while_it_rests_nobody_leaves_the_voice(loaded: PlayerViews) -> None:
    waveform = loaded.panel.waveform
    waveform.zoom(5)
    waveform.look_at(waveform.navigation.view.scrolled(800))
    assert loaded.listening.follows
    assert waveform.navigation.follows


# Speed, volume, outputs.


def test_a_step_faster_or_slower_is_one_of_the_menu_s(loaded: PlayerViews) -> None:
    for _ in range(6):
        loaded.step_speed(1)
    assert loaded.listening.speed == 2.0
    loaded.step_speed(-1)
    assert loaded.listening.speed == 1.75
    assert loaded.panel.transport.rate.text() == "1.75×"


def test_what_was_chosen_is_there_in_another_life(
    qtbot: QtBot, loaded: PlayerViews, settings: QSettings, services: Services, keeper: ProjectKeeper
) -> None:
    loaded.listening.set_speed(0.75)
    loaded.listening.set_speed(1.0)
    loaded.step_volume(-1)
    loaded.panel.transport.output_chosen.emit(Output("Headset", "Headset"))
    loaded.panel.transport.fold_chosen.emit(True)
    loaded.set_step_back(2000)
    listening = Listening(services.playback)
    again = PlayerViews(services, listening, keeper, settings, QObject(listening))
    qtbot.addWidget(again.panel)
    assert (listening.speed, listening.other_speed) == (1.0, 0.75)
    assert (again.memory.volume, again.memory.device, again.memory.step_back_ms) == (90, "Headset", 2000)
    assert again.panel.transport.volume.accessibleName() == "Volume, 90 %"
    assert not again.panel.transport.lanes.isChecked()


def test_the_player_is_told_what_is_remembered(
    qtbot: QtBot, settings: QSettings, services: Services, keeper: ProjectKeeper, recording: Recording
) -> None:
    settings.setValue("player/speed", 1.25)
    settings.setValue("player/volume", 40)
    listening = Listening(services.playback)
    views = PlayerViews(services, listening, keeper, settings, QObject(listening))
    qtbot.addWidget(views.panel)
    views.show_recording(recording)
    qtbot.waitUntil(lambda: services.playback.state.is_open, timeout=TIMEOUT_MS)
    assert (services.playback.state.speed, services.playback.state.volume) == (1.25, 0.4)


def test_outputs_are_listed_when_their_menu_is_opened(
    qtbot: QtBot, loaded: PlayerViews, output: ScriptedSystem, services: Services
) -> None:
    output.plugged["Headset"] = 16_000
    with qtbot.waitSignal(services.playback.devices_listed, timeout=TIMEOUT_MS):
        loaded.panel.transport.outputs_wanted.emit()
    listed = [action.text() for action in loaded.panel.transport.outputs.actions()]
    assert listed == ["As the system does", "Desk", "Headset"]
