"""A whole job with Parakeet, from the model store to the exported transcript."""

import json
from pathlib import Path

import pytest
import soundfile
from models.packaged_recordings import READER, packaged_samples

from asr.conftest import ModelOnDisk
from asr.two_cities import TEXT
from desktop_app.core.export.json_format import parse, render
from desktop_app.core.models.identify_files import recognise
from desktop_app.core.models.import_model import take_in
from desktop_app.core.models.manifest import PARAKEET
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.store.settings import AsrEngine, AsrSettings, Device, EmbeddingSettings, Settings
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

pytestmark = pytest.mark.slow
CHOSEN = Settings(embedding=EmbeddingSettings(device=Device.CPU), asr=AsrSettings(AsrEngine.PARAKEET, Device.CPU))


class Listener:
    """Keeps the turns it is told, and how far the words were."""

    def __init__(self) -> None:
        self.finished: list[Turn] = []
        self.written: list[float] = []

    def progress(self, stage: Stage, fraction: float) -> None:
        if stage is Stage.TRANSCRIPTION:
            self.written.append(fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        self.finished += turns


@pytest.fixture
def installed(tiny_model: ModelOnDisk) -> None:
    """The tiny model taken into the store as somebody's own Parakeet."""
    own = recognise(tiny_model.path, spec=PARAKEET, sha256=tiny_model.sha256)
    take_in(own[0])


def transcribed(folder: Path, listener: Listener) -> Transcript:
    path = folder / "two_cities.wav"
    soundfile.write(path, packaged_samples(READER), 16_000, subtype="FLOAT")
    return transcribe_recording(path, Engines(CHOSEN), JobOptions(), listener).transcript


@pytest.mark.usefixtures("installed")
def test_a_reading_becomes_turns_of_one_speaker_with_every_word_timed_and_weighed(tmp_path: Path) -> None:
    listener = Listener()
    transcript = transcribed(tmp_path, listener)
    said = [word for turn in transcript.turns for word in turn.words]
    right = sum(word.text == expected for word, expected in zip(said, TEXT.split(), strict=False))
    assert len(said) == len(TEXT.split())
    assert right >= len(said) - 1  # one word of the model's own wavering
    assert len(transcript.speakers) == 1
    assert all(word.confidence is not None and not word.estimated for word in said)
    assert all(one.end_ms <= other.start_ms for one, other in zip(said, said[1:], strict=False))
    assert (transcript.language, transcript.warnings) == ("en", ())
    assert [engine.name for engine in transcript.engines if engine.role == "asr"] == ["Parakeet TDT 0.6B v3, your own"]
    assert [turn.text for turn in listener.finished]
    assert listener.written == sorted(listener.written)
    assert listener.written[-1] == 1.0
    assert parse(json.dumps(json.loads(render(transcript))), tmp_path) == transcript


@pytest.mark.usefixtures("installed")
def test_the_doctor_says_that_it_is_somebody_s_own() -> None:
    statuses = engine_statuses(Engines(CHOSEN, prepare=False), self_test=False)
    (asr,) = (status for status in statuses if status.role == "asr")
    assert (asr.usable, asr.label, asr.device) == (True, "Parakeet TDT 0.6B v3, your own", "cpu")
    assert [file.state for file in asr.files] == ["ok"]


def test_where_it_is_missing_the_job_says_how_to_get_it(tmp_path: Path) -> None:
    from desktop_app.core.models.errors import ModelUnavailable

    with pytest.raises(ModelUnavailable, match="diarist models fetch parakeet"):
        transcribed(tmp_path, Listener())
