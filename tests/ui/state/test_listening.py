"""What is listened to: one place, one word, one way to follow, for every part of the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from outputs import TIMEOUT_MS, ScriptedSystem, play_until, sound
from pytestqt.qtbot import QtBot
from scripted import BEN, transcript, turn

from desktop_app.core.capture.segments import segment_path
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.sound import SoundState
from desktop_app.core.transcript.values import HeardTrack, Span
from desktop_app.jobs.messages import Failed
from desktop_app.jobs.playback import Playback
from desktop_app.ui.state.listening import Listening
from desktop_app.ui.state.playable import NOTHING_FOUND
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.recording_troubles import lost_sound

TALK = transcript(turn("good morning have you seen it", 1000), turn("I have", 6000, BEN), turn("and", 12_000))


@pytest.fixture
def listening(playback: Playback) -> Listening:
    return Listening(playback)


@pytest.fixture
def make_recording(tmp_path: Path, listening: Listening) -> Callable[[str], Recording]:
    def make(name: str = "talk.wav") -> Recording:
        made = Recording(sound(tmp_path / name), JobOptions(), listening)
        made.document.finish(TALK)
        made.enter(State.DONE)
        return made

    return make


@pytest.fixture
def recording(make_recording: Callable[[], Recording]) -> Recording:
    return make_recording()


@pytest.fixture
def loaded(qtbot: QtBot, listening: Listening, recording: Recording) -> Listening:
    listening.show(recording)
    qtbot.waitUntil(lambda: listening.duration_ms == 20_000, timeout=TIMEOUT_MS)
    return listening


def wait_for_playing(qtbot: QtBot, listening: Listening, playing: bool = True) -> None:
    qtbot.waitUntil(lambda: listening.playing is playing, timeout=TIMEOUT_MS)


# Loading.


def test_a_recording_is_loaded_paused_where_its_reader_was(
    qtbot: QtBot, listening: Listening, recording: Recording, playback: Playback
) -> None:
    recording.place_ms = 6100
    listening.show(recording)
    assert (listening.position_ms, listening.playing) == (6100, False)
    assert listening.heard is not None
    assert listening.heard.word.text == "I"
    qtbot.waitUntil(lambda: playback.position_ms == 6100, timeout=TIMEOUT_MS)
    assert recording.place_ms == 6100


def test_before_anything_was_played_no_word_is_marked(loaded: Listening, recording: Recording) -> None:
    recording.document.finish(transcript(turn("at once", 0)))
    assert (loaded.position_ms, loaded.heard) == (0, None)


def test_the_place_is_kept_when_it_pauses_and_not_while_it_plays(
    qtbot: QtBot, loaded: Listening, recording: Recording, output: ScriptedSystem
) -> None:
    told: list[int] = []
    recording.changed.connect(lambda each: told.append(each.place_ms))
    loaded.play(1000)
    play_until(qtbot, output, lambda: loaded.position_ms > 2500)
    assert told == []
    loaded.pause()
    wait_for_playing(qtbot, loaded, False)
    assert told == [loaded.position_ms] == [recording.place_ms]


def test_the_place_is_kept_when_another_recording_is_shown(
    qtbot: QtBot, loaded: Listening, recording: Recording, output: ScriptedSystem, make_recording: Callable
) -> None:
    loaded.play(1000)
    play_until(qtbot, output, lambda: loaded.position_ms > 2500)
    other = make_recording("other.wav")
    loaded.show(other)
    assert recording.place_ms > 2500
    assert (loaded.position_ms, loaded.playing, other.place_ms) == (0, False, 0)
    qtbot.waitUntil(lambda: loaded.duration_ms == 20_000, timeout=TIMEOUT_MS)
    assert not loaded.playing


def test_a_sound_that_is_missing_is_told_in_a_sentence_and_the_page_can_still_be_led(
    qtbot: QtBot, listening: Listening, recording: Recording
) -> None:
    recording.path.unlink()
    listening.show(recording)
    qtbot.waitUntil(lambda: not listening.is_available, timeout=TIMEOUT_MS)
    assert listening.trouble == "'talk.wav' cannot be played: there is no such file."
    listening.toggle()
    listening.play(1000)
    assert listening.position_ms == 0
    listening.seek(6100)
    assert listening.heard is not None
    assert listening.heard.word.text == "I"


@pytest.mark.parametrize("state", [State.LIVE, State.STORED, State.OPENING])
def test_what_has_no_sound_yet_is_not_loaded(listening: Listening, recording: Recording, state: State) -> None:
    recording.state = state
    listening.show(recording)
    assert (listening.is_available, listening.trouble) == (False, "")


def test_a_recording_that_could_not_be_ended_is_heard_in_its_segments(
    qtbot: QtBot, listening: Listening, recording: Recording, tmp_path: Path
) -> None:
    recording.path, recording.incomplete = tmp_path / "broken off", True
    recording.path.mkdir()
    for first in (0, 20 * 16_000):
        sound(segment_path(recording.path, first))
    listening.show(recording)
    qtbot.waitUntil(lambda: listening.duration_ms == 40_000, timeout=TIMEOUT_MS)
    assert listening.is_available


def test_a_recording_of_which_no_segment_is_left_says_so(
    listening: Listening, recording: Recording, tmp_path: Path
) -> None:
    recording.path, recording.incomplete = tmp_path / "gone", True
    listening.show(recording)
    assert (listening.is_available, listening.trouble) == (False, NOTHING_FOUND)


def test_another_sound_in_its_place_is_not_played_and_its_own_is_once_it_is_found(
    qtbot: QtBot, listening: Listening, recording: Recording
) -> None:
    recording.sound_state, recording.place_ms = SoundState.REPLACED, 6100
    listening.show(recording)
    assert (listening.is_available, listening.trouble) == (False, lost_sound(recording))
    assert listening.heard is not None
    listening.seek(1300)
    recording.take_sound(sound(recording.path.with_name("found.wav")))
    assert (listening.is_available, listening.position_ms) == (True, 1300)
    qtbot.waitUntil(lambda: listening.duration_ms == 20_000, timeout=TIMEOUT_MS)


def test_a_recording_is_loaded_when_its_sound_is_complete(
    qtbot: QtBot, listening: Listening, recording: Recording
) -> None:
    recording.state = State.LIVE
    listening.show(recording)
    recording.enter(State.SETTLING)
    assert listening.is_available


def test_what_a_job_finds_out_of_the_sound_waits_until_it_rests(
    qtbot: QtBot, loaded: Listening, recording: Recording, output: ScriptedSystem
) -> None:
    loaded.play(1000)
    play_until(qtbot, output, lambda: loaded.position_ms > 1500)
    heard = (HeardTrack(1, (1,), 1),)
    recording.document.finish(replace(TALK, audio=replace(TALK.audio, heard=heard)))
    recording.enter(State.DONE)
    assert loaded.playing
    loaded.pause()
    wait_for_playing(qtbot, loaded, False)
    place_ms = loaded.position_ms
    qtbot.waitUntil(lambda: loaded.duration_ms == 20_000, timeout=TIMEOUT_MS)
    assert loaded.position_ms == place_ms > 1500


# Playing.


def test_it_plays_from_a_place_and_tells_word_after_word(
    qtbot: QtBot, loaded: Listening, output: ScriptedSystem
) -> None:
    words: list[str | None] = []
    loaded.heard_changed.connect(lambda heard: words.append(heard and heard.word.text))
    loaded.play(1300)
    play_until(qtbot, output, lambda: loaded.position_ms > 6700)
    assert words == ["morning", "have", "you", "seen", "it", None, "I", "have"]


def test_the_head_does_not_jump_back_to_where_it_was_before_a_seek(
    qtbot: QtBot, loaded: Listening, output: ScriptedSystem
) -> None:
    loaded.play(1000)
    play_until(qtbot, output, lambda: loaded.position_ms > 1500)
    places: list[int] = []
    loaded.moved.connect(places.append)
    loaded.seek(15_000)
    play_until(qtbot, output, lambda: loaded.position_ms > 15_200)
    assert min(places) == places[0] == 15_000


def test_two_quick_presses_play_and_pause(qtbot: QtBot, loaded: Listening, playback: Playback) -> None:
    states: list[bool] = []
    playback.changed.connect(lambda state: states.append(state.playing))
    loaded.toggle()
    loaded.toggle()
    qtbot.waitUntil(lambda: states[-2:] == [True, False], timeout=TIMEOUT_MS)
    assert not loaded.playing


def test_at_the_end_it_plays_from_the_beginning(qtbot: QtBot, loaded: Listening, output: ScriptedSystem) -> None:
    loaded.play(19_500)
    wait_for_playing(qtbot, loaded)
    with qtbot.waitSignal(loaded.ended, timeout=TIMEOUT_MS):
        play_until(qtbot, output, lambda: not loaded.playing)
    loaded.toggle()
    assert loaded.position_ms == 0
    play_until(qtbot, output, lambda: 0 < loaded.position_ms < 1000)


def test_without_an_output_the_sentence_is_told_and_playing_can_be_tried_again(
    qtbot: QtBot, loaded: Listening, output: ScriptedSystem, playback: Playback
) -> None:
    desk = dict(output.plugged)
    playback.use_device("Headset")
    qtbot.waitUntil(lambda: loaded.note == "There is no output to play on. Plug in headphones or loudspeakers.")
    assert loaded.is_available
    output.plugged = desk
    playback.use_device(None)
    loaded.toggle()
    wait_for_playing(qtbot, loaded)
    assert loaded.note == ""


def test_what_fails_beside_it_leaves_it_playing_and_one_press_pauses(
    qtbot: QtBot, loaded: Listening, playback: Playback
) -> None:
    loaded.toggle()
    wait_for_playing(qtbot, loaded)
    playback.failed.emit(Failed("The outputs cannot be listed."))
    assert loaded.note == "The outputs cannot be listed."
    loaded.toggle()
    wait_for_playing(qtbot, loaded, False)


def test_skipping_stays_within_the_recording(loaded: Listening) -> None:
    loaded.seek(2000)
    loaded.skip(-5000)
    assert loaded.position_ms == 0
    loaded.skip(60_000)
    assert loaded.position_ms == 20_000


def test_the_other_speed_is_the_last_that_was_not_one(qtbot: QtBot, loaded: Listening, playback: Playback) -> None:
    for speed in (0.75, 1.0):
        loaded.set_speed(speed)
    loaded.toggle_speed()
    assert loaded.speed == 0.75
    qtbot.waitUntil(lambda: playback.state.speed == 0.75, timeout=TIMEOUT_MS)
    loaded.toggle_speed()
    assert loaded.speed == 1.0


# Loops.


def test_a_loop_begins_at_its_start_where_the_head_is_elsewhere(
    qtbot: QtBot, loaded: Listening, playback: Playback
) -> None:
    loaded.set_loop(Span(5000, 7000))
    assert loaded.position_ms == 5000
    qtbot.waitUntil(lambda: playback.state.loop == Span(5000, 7000), timeout=TIMEOUT_MS)


def test_playing_from_beyond_the_loop_ends_it(loaded: Listening) -> None:
    loaded.set_loop(Span(5000, 7000))
    loaded.play(6000)
    assert loaded.loop is not None
    loaded.play(9000)
    assert loaded.loop is None


def test_nothing_is_looped_that_takes_no_time(loaded: Listening) -> None:
    loaded.set_loop(Span(5000, 5000))
    assert loaded.loop is None


# Following.


def test_who_looks_elsewhere_while_it_rests_is_still_followed_to(loaded: Listening) -> None:
    loaded.leave_voice()
    assert loaded.follows


def test_who_looks_elsewhere_while_it_plays_stays_there_until_they_come_back(
    qtbot: QtBot, loaded: Listening, output: ScriptedSystem
) -> None:
    told: list[bool] = []
    loaded.follow_changed.connect(told.append)
    loaded.play(1000)
    wait_for_playing(qtbot, loaded)
    loaded.leave_voice()
    loaded.toggle()
    wait_for_playing(qtbot, loaded, False)
    loaded.toggle()
    assert told == [False]
    loaded.seek(6000)
    assert told == [False, True]


# The text.


def test_when_the_words_are_others_the_word_is_found_again(loaded: Listening, recording: Recording) -> None:
    loaded.seek(6100)
    recording.document.finish(transcript(turn("nothing like it", 6000, BEN)))
    assert loaded.heard is not None
    assert loaded.heard.word.text == "nothing"


def test_the_turn_now_is_the_one_that_sounds_or_the_one_before(loaded: Listening) -> None:
    for time_ms, start_ms in ((0, 1000), (6100, 6000), (9000, 6000), (19_000, 12_000)):
        loaded.seek(time_ms)
        now = loaded.turn_now()
        assert now is not None
        assert now.start_ms == start_ms
