"""The real engines on sounds in which nobody speaks, and on speech with blips and pauses."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from live.scripted_engines import assert_contract, finals, said
from models.packaged_recordings import READER, packaged_samples
from non_speech import non_speech
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.engines import LiveEngineRoom
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

pytestmark = pytest.mark.slow
KINDS = ("throbbing noise", "barks", "siren", "engine", "birds", "time code")
PHRASE_MS = 1200
"""Where the packaged reader's first word begins."""


class Nobody:
    def progress(self, stage: Stage, fraction: float) -> None:
        pass

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        pass


@pytest.fixture(scope="module")
def engines() -> Engines:
    return Engines(prepare=False)


def transcribed(samples: NDArray[np.float32], engines: Engines, tmp_path: Path) -> Transcript:
    path = tmp_path / "recording.wav"
    soundfile.write(path, samples, SAMPLE_RATE_HZ)
    return transcribe_recording(path, engines, JobOptions(), Nobody()).transcript


@pytest.mark.parametrize("kind", KINDS)
def test_where_nobody_speaks_there_are_neither_words_nor_speakers(kind: str, engines: Engines, tmp_path: Path) -> None:
    transcript = transcribed(non_speech(kind, 20) * np.float32(0.1), engines, tmp_path)
    assert (transcript.turns, transcript.speakers) == ((), ())


@pytest.mark.parametrize("kind", KINDS)
def test_nor_are_there_any_while_it_is_recorded(kind: str, engines: Engines) -> None:
    captioner = Captioner(LiveEngineRoom(engines).load())
    events = said(captioner, non_speech(kind, 20) * np.float32(0.1), 1600)
    assert_contract(events)
    assert [final.text for final in finals(events) if final.words] == []


@pytest.mark.parametrize("early_s", [0.2, 0.5])
def test_a_door_before_the_first_word_is_no_part_of_the_turn(early_s: float, engines: Engines, tmp_path: Path) -> None:
    samples = packaged_samples(READER)[: 8 * SAMPLE_RATE_HZ].copy()
    samples[: (PHRASE_MS - 50) * 16] *= np.float32(0.05)
    door = non_speech("doors", 12)
    door = door[np.abs(door).argmax() :][: SAMPLE_RATE_HZ // 4] * np.float32(0.3)
    start = PHRASE_MS * 16 - round(early_s * SAMPLE_RATE_HZ) - len(door)
    samples[start : start + len(door)] += door
    first = transcribed(samples, engines, tmp_path).turns[0]
    assert abs(first.start_ms - PHRASE_MS) < 100
    assert abs(first.words[0].start_ms - PHRASE_MS) < 150


def test_no_word_begins_in_a_pause(engines: Engines, tmp_path: Path) -> None:
    reader = packaged_samples(READER)
    at = 2880 * 16  # between two phrases
    pause = np.zeros(round(1.2 * SAMPLE_RATE_HZ), np.float32)
    samples = np.concatenate([reader[:at], pause, reader[at : 8 * SAMPLE_RATE_HZ]])
    transcript = transcribed(samples, engines, tmp_path)
    words = [word for turn in transcript.turns for word in turn.words]
    assert len(words) >= 20
    assert not [word for word in words if 2880 <= word.start_ms < 2880 + 1200]
    assert any(abs(word.start_ms - (2980 + 1200)) < 100 for word in words)
