"""One turn of a recording is heard again, and no other."""

from pathlib import Path

import pytest
import soundfile
from asr.scripted_detector import ScriptedDetector
from asr.scripted_recogniser import ScriptedRecogniser
from diarization.scripted_segmenter import voices

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.pipeline.turn_again import transcribe_turn
from desktop_app.core.store.settings import AsrSettings, Settings
from desktop_app.core.transcript.values import Span
from pipeline.scripted_job import Listener


@pytest.fixture
def scripted() -> Engines:
    engines = Engines(Settings(asr=AsrSettings(vocabulary=("Kragsand",))), prepare=False)
    engines.detector = LazyEngine(ScriptedDetector)
    engines.recognisers["moonshine"] = LazyEngine(ScriptedRecogniser)
    return engines


def test_its_words_are_those_of_its_time_and_the_listener_hears_of_no_turn(tmp_path: Path, scripted: Engines) -> None:
    path = tmp_path / "talk.wav"
    soundfile.write(path, voices(24.0, (0, 1.0, 6.0), (1, 8.0, 12.0), (0, 15.0, 19.0)), 16_000, subtype="FLOAT")
    listener = Listener()
    heard = transcribe_turn(path, (Span(8000, 12_000),), scripted, JobOptions(), listener)
    assert len(heard.words) >= 7
    assert all(7900 <= word.start_ms <= word.end_ms <= 12_100 for word in heard.words)
    assert heard.engine == "scripted"
    assert heard.warnings == ("scripted does not know a vocabulary: it was not used.",)
    assert list(dict.fromkeys(stage for stage, _ in listener.told)) == [
        Stage.LOADING,
        Stage.DECODING,
        Stage.TRANSCRIPTION,
    ]
    assert listener.finished == []


def test_a_file_that_is_gone_is_told(tmp_path: Path, scripted: Engines) -> None:
    with pytest.raises(AudioError):
        transcribe_turn(tmp_path / "gone.wav", (Span(0, 100),), scripted, JobOptions(), Listener())


@pytest.mark.slow
def test_the_same_engine_hears_much_the_same_again(prepared_models: Path) -> None:
    engines = Engines()
    made = transcribe_recording(sample_recording(), engines, JobOptions(2, 2), Listener()).transcript
    turn = max(made.turns, key=lambda each: len(each.words))
    heard = transcribe_turn(sample_recording(), turn.speech, engines, JobOptions(), Listener())
    before, again = {word.text for word in turn.words}, {word.text for word in heard.words}
    assert len(before & again) >= 0.7 * len(before)
