"""Every engine that can be evaluated keeps the contract of `System`; the scripted one too."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import soundfile

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.evaluation.diarist_system import DiaristSystem
from desktop_app.core.evaluation.moonshine_system import MoonshineSystem
from desktop_app.core.evaluation.system import Setup, System
from desktop_app.core.evaluation.values import Outcome
from desktop_app.core.models.packaged_models import sample_recording
from evaluation.scripted_system import Notes, ScriptedSystem, outcome, texts

START_S, CLIP_S = 8.3, 9.0
"""Enough of the sample for both voices; the peer may take longer than to listen, the more the longer it is."""


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clip") / "clip.wav"
    sound, rate_hz = soundfile.read(
        sample_recording(), start=int(24_000 * START_S), frames=int(24_000 * CLIP_S), dtype="int16"
    )
    soundfile.write(path, sound, rate_hz)
    return path


def scripted(setup: Setup) -> System:
    words = texts(("1", 0, "good story"), ("2", 2, "ditch")) if setup.with_words else None
    return ScriptedSystem({"clip": outcome(("1", 0, 1), ("2", 2, 3), words=words, duration_s=CLIP_S)})


systems = pytest.mark.parametrize(
    "load",
    [
        scripted,
        pytest.param(DiaristSystem, marks=pytest.mark.slow),
        pytest.param(MoonshineSystem, marks=pytest.mark.slow),
    ],
)
"""Marks a test to run on every engine."""


def check(result: Outcome) -> None:
    assert result.duration_s == pytest.approx(CLIP_S, abs=0.01)
    assert result.spans
    for span in result.spans:
        assert 0 <= span.start_ms < span.end_ms <= CLIP_S * 1000 + 100
    assert result.times_s["diarization"] > 0
    assert all(seconds >= 0 for seconds in result.stage_s.values())


@systems
def test_a_recording_becomes_spans_words_and_times(load: Callable[[Setup], System], clip: Path) -> None:
    notes = Notes()
    result = load(Setup()).run(clip, notes)
    check(result)
    assert len({span.speaker for span in result.spans}) == 2
    assert result.texts
    assert "story" in " ".join(text.text for text in result.texts).lower()
    assert result.times_s["transcription"] > 0
    assert notes.told


@systems
def test_what_cannot_be_read_is_refused_by_name(load: Callable[[Setup], System], tmp_path: Path) -> None:
    with pytest.raises(AudioError, match=r"gone\.wav"):
        load(Setup(with_words=False)).run(tmp_path / "gone.wav", Notes())


@pytest.mark.slow
def test_diarist_without_words_finds_the_same_speakers(clip: Path) -> None:
    with_words, without = (DiaristSystem(Setup(with_words=words)).run(clip, Notes()) for words in (True, False))
    check(without)
    assert without.texts is None
    assert "transcription" not in without.times_s
    assert sorted((span.start_ms, span.end_ms) for span in without.spans) == sorted(
        (span.start_ms, span.end_ms) for span in with_words.spans
    )
    assert all(one.start_ms <= other.start_ms for one, other in pairwise(without.spans))
