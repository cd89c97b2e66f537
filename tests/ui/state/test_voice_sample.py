"""A speaker's voice is played aside: afterwards everything is as it was."""

from pathlib import Path

import pytest
from outputs import TIMEOUT_MS, ScriptedSystem, play_until, sound
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.jobs.playback import Playback
from desktop_app.ui.state.listening import Listening
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.voice_sample import VoiceSample

TALK = transcript(turn("good morning", 1000), turn("I have", 6000, BEN), turn("and so on", 12_000))


@pytest.fixture
def listening(qtbot: QtBot, playback: Playback, tmp_path: Path) -> Listening:
    made = Listening(playback)
    recording = Recording(sound(tmp_path / "talk.wav"), JobOptions(), made)
    recording.document.finish(TALK)
    recording.state = State.DONE
    recording.place_ms = 6100
    made.show(recording)
    qtbot.waitUntil(lambda: made.duration_ms == 20_000, timeout=TIMEOUT_MS)
    return made


@pytest.fixture
def sample(listening: Listening) -> VoiceSample:
    return VoiceSample(listening)


def test_what_is_clearest_is_played_one_after_the_other_and_then_it_rests_where_the_reader_was(
    qtbot: QtBot, sample: VoiceSample, listening: Listening, output: ScriptedSystem
) -> None:
    heard: set[str] = set()
    listening.heard_changed.connect(lambda word: word and heard.add(word.word.text))
    sample.toggle(ANNA.id)
    assert (sample.speaker_id, listening.leads, listening.follows) == (ANNA.id, False, True)
    play_until(qtbot, output, lambda: sample.speaker_id is None)
    qtbot.waitUntil(lambda: not listening.playing, timeout=TIMEOUT_MS)
    assert heard >= {"good", "morning", "and", "so", "on"}
    assert (listening.position_ms, listening.leads) == (6100, True)
    assert listening.recording is not None
    assert listening.recording.place_ms == 6100


@pytest.mark.parametrize("stop", ["sample", "pause"])
def test_stopping_goes_back_at_once(qtbot: QtBot, sample: VoiceSample, listening: Listening, stop: str) -> None:
    sample.toggle(ANNA.id)
    qtbot.waitUntil(lambda: listening.playing, timeout=TIMEOUT_MS)
    if stop == "sample":
        sample.toggle(ANNA.id)
    else:
        listening.toggle()
    assert (sample.speaker_id, listening.position_ms) == (None, 6100)
    qtbot.waitUntil(lambda: not listening.playing, timeout=TIMEOUT_MS)


def test_another_voice_takes_its_place_and_the_way_back_stays(sample: VoiceSample, listening: Listening) -> None:
    sample.toggle(ANNA.id)
    sample.toggle(BEN.id)
    assert sample.speaker_id == BEN.id
    sample.stop()
    assert listening.position_ms == 6100


def test_who_plays_from_elsewhere_meanwhile_stays_there(sample: VoiceSample, listening: Listening) -> None:
    sample.toggle(ANNA.id)
    listening.play(12_000)
    assert (sample.speaker_id, listening.position_ms, listening.leads) == (None, 12_000, True)


def test_another_recording_ends_it(sample: VoiceSample, listening: Listening) -> None:
    sample.toggle(ANNA.id)
    listening.show(None)
    assert sample.speaker_id is None


def test_of_who_is_not_heard_nothing_is_played(sample: VoiceSample, listening: Listening) -> None:
    sample.toggle("nobody")
    assert (sample.speaker_id, listening.position_ms) == (None, 6100)
