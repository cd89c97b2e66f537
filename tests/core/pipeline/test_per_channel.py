"""A recording in which everybody has a microphone, from the file to the transcript."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from audio.synthesis import voice
from diarization.scripted_segmenter import ScriptedSegmenter
from numpy.typing import NDArray

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.diarization.segmentation import FRAME_CENTRE_SAMPLES, FRAME_STEP_SAMPLES, WINDOW_FRAMES
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.speaker_errors import SpeakerErrors, speaker_errors
from desktop_app.core.evaluation.values import SpokenSpan
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import TranscriptionInterrupted, diarize_recording, transcribe_recording
from desktop_app.core.transcript.values import HeardTrack, Transcript, Turn
from pipeline.scripted_job import Listener

RATE_HZ = 16_000
LENGTH_S = 180.0
TIMES_S = np.arange(round(LENGTH_S * RATE_HZ)) / RATE_HZ
FIRST, SECOND = TIMES_S % 10 < 3, (TIMES_S % 10 > 5) & (TIMES_S % 10 < 8)
ANNA = np.where(FIRST, voice(LENGTH_S, seed=1), 0).astype(np.float32)
BEN = np.where(SECOND, voice(LENGTH_S, seed=2), 0).astype(np.float32)
PER_CHANNEL = JobOptions(per_channel=True, language="en")


class Stopping(Listener):
    """Presses Ctrl+C once there are turns."""

    def progress(self, stage: Stage, fraction: float) -> None:
        super().progress(stage, fraction)
        if self.finished:
            raise KeyboardInterrupt


class Hearing(ScriptedSegmenter):
    """Hears somebody wherever there is sound."""

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        centres = np.arange(WINDOW_FRAMES) * FRAME_STEP_SAMPLES + FRAME_CENTRE_SAMPLES
        heard = np.zeros((len(windows), WINDOW_FRAMES, 3), np.bool_)
        for frame, at in enumerate(centres):
            heard[:, frame, 0] = np.abs(windows[:, at - 400 : at + 400]).max(axis=1) > 0.001
        return heard


@pytest.fixture
def engines(scripted: Engines) -> Engines:
    scripted.segmenter = LazyEngine(Hearing)
    return scripted


def channels(folder: Path, *sounds: NDArray[np.floating]) -> Path:
    path = folder / "talk.wav"
    soundfile.write(path, np.stack(sounds, axis=1), RATE_HZ, subtype="FLOAT")
    return path


def test_whoever_speaks_in_a_channel_is_one_speaker_told_by_no_voice(tmp_path: Path, engines: Engines) -> None:
    path = channels(tmp_path, ANNA + 0.1 * BEN, BEN + 0.1 * ANNA)
    made = transcribe_recording(path, engines, PER_CHANNEL, Listener())
    assert [(each.id, each.name) for each in made.transcript.speakers] == [("S1", "Channel 1"), ("S2", "Channel 2")]
    assert made.voices is None
    assert made.transcript.embedding is None
    assert [use.role for use in made.transcript.engines] == ["segmentation", "asr"]
    assert made.transcript.audio.heard == (HeardTrack(1, (1, 2), 2),)
    assert made.transcript.warnings[:1] == ()
    assert [turn.speaker for turn in made.transcript.turns] == ["S1", "S2"] * 18
    for before, after in pairwise(made.transcript.turns):
        assert before.end_ms < after.start_ms


def test_without_the_option_they_are_told_by_their_voices(tmp_path: Path, engines: Engines) -> None:
    made = transcribe_recording(channels(tmp_path, ANNA, BEN), engines, JobOptions(), Listener())
    assert made.voices is not None
    assert [each.name for each in made.transcript.speakers][:1] == ["Speaker 1"]


@pytest.mark.parametrize("gain", [1.0, -1.0, 0.0])
def test_where_only_one_channel_is_somebody_s_that_is_told_and_voices_decide(
    gain: float, tmp_path: Path, engines: Engines
) -> None:
    path = channels(tmp_path, ANNA, gain * ANNA)
    made = transcribe_recording(path, engines, PER_CHANNEL, Listener())
    assert made.transcript.warnings[:1] == (
        "Only one channel carries a voice of its own: the speakers were told apart by their voices.",
    )
    assert made.voices is not None
    assert made.transcript.speakers[0].name == "Speaker 1"
    assert made.transcript.turns


def test_of_an_interrupted_job_everybody_s_words_up_to_a_moment_are_kept(tmp_path: Path, engines: Engines) -> None:
    path = channels(tmp_path, ANNA + 0.1 * BEN, BEN + 0.1 * ANNA)
    listener = Stopping()
    with pytest.raises(TranscriptionInterrupted) as caught:
        transcribe_recording(path, engines, PER_CHANNEL, listener)
    made = caught.value.transcription.transcript
    assert list(made.turns) == listener.finished
    assert made.turns[-1].end_ms in range(58_000, 80_000)
    assert {turn.speaker for turn in made.turns if turn.start_ms > 45_000} == {"S1", "S2"}
    assert made.incomplete_from_ms == made.turns[-1].words[-1].end_ms


def test_progress_goes_on_and_turns_are_told_once(tmp_path: Path, engines: Engines) -> None:
    listener = Listener()
    path = channels(tmp_path, ANNA + 0.1 * BEN, BEN + 0.1 * ANNA)
    made = transcribe_recording(path, engines, PER_CHANNEL, listener).transcript
    order = list(Stage)
    positions = [(order.index(stage), fraction) for stage, fraction in listener.told]
    assert positions == sorted(positions)
    assert listener.told[-1] == (Stage.TRANSCRIPTION, 1.0)
    assert listener.finished == list(made.spoken_turns())


def test_recorders_of_one_meeting_make_one_transcript_with_the_first_one_s_times(
    tmp_path: Path, engines: Engines
) -> None:
    files = []
    for name, sound, late_s in (("anna", ANNA + 0.1 * BEN, 0), ("ben", BEN + 0.1 * ANNA, 23)):
        files.append(tmp_path / f"{name}.wav")
        soundfile.write(files[-1], sound[late_s * RATE_HZ :], RATE_HZ, subtype="FLOAT")
    made = transcribe_recording(files[0], engines, JobOptions(), Listener(), together=files[1:]).transcript
    assert [each.name for each in made.speakers] == ["anna", "ben"]
    assert (made.audio.file, made.audio.duration_ms) == (str(files[0]), round(LENGTH_S * 1000))
    bens = [turn for turn in made.turns if turn.speaker == "S2"]
    assert [round(turn.start_ms / 1000) for turn in bens] == list(range(25, 180, 10))


@pytest.fixture(scope="module")
def real() -> Engines:
    return Engines(prepare=False)


@pytest.fixture(scope="module")
def usual(real: Engines) -> Transcript:
    """The packaged dialogue by its voices."""
    return transcribe_recording(sample_recording(), real, JobOptions(2, 2), Listener()).transcript


@pytest.mark.slow
@pytest.mark.parametrize("bleed", [0.0, 0.1])
def test_the_packaged_dialogue_with_a_channel_for_each_is_told_by_the_channels(
    bleed: float, real: Engines, usual: Transcript, tmp_path: Path
) -> None:
    with open_recording(sample_recording()) as recording:
        talk = np.array(recording.samples)
    alone = [_only(talk, [turn for turn in usual.turns if turn.speaker == who.id]) for who in usual.speakers]
    hiss = np.random.default_rng(0).normal(0, 3e-4, (2, len(talk)))
    path = channels(tmp_path, alone[0] + bleed * alone[1] + hiss[0], alone[1] + bleed * alone[0] + hiss[1])
    made = transcribe_recording(path, real, PER_CHANNEL, Listener()).transcript
    assert [each.name for each in made.speakers] == ["Channel 1", "Channel 2"]
    errors = speaker_errors(_spans(usual.turns), _spans(made.turns), duration_s=len(talk) / RATE_HZ, collar_s=0.25)
    assert errors.error_s < 0.05 * errors.reference_s
    words = {who: " ".join(t.text for t in made.turns if t.speaker == who).lower().split() for who in ("S1", "S2")}
    for who, said in words.items():
        expected = {word for turn in usual.turns if turn.speaker == who for word in turn.text.lower().split()}
        assert len(expected.intersection(said)) > 0.7 * len(expected)


@pytest.mark.slow
def test_headsets_with_bleed_have_few_of_the_others_words(evaluation_data: Path, real: Engines, tmp_path: Path) -> None:
    pooled = SpeakerErrors()
    for recording in sorted((evaluation_data / "ami-two-channel").glob("*.wav")):
        samples, rate_hz = soundfile.read(recording, dtype="float32")
        path = tmp_path / recording.name
        soundfile.write(path, samples + 0.1 * samples[:, ::-1], rate_hz, subtype="FLOAT")
        audio, found, _ = diarize_recording(path, real, PER_CHANNEL, Listener())
        spans = [SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in found.full]
        truth = read_rttm(recording.with_suffix(".rttm"))
        pooled += speaker_errors(truth, spans, duration_s=audio.duration_ms / 1000, collar_s=0.25)
    assert pooled.error_s < 0.2 * pooled.reference_s


def _only(talk: NDArray[np.float32], turns: list[Turn]) -> NDArray[np.float32]:
    alone = np.zeros_like(talk)
    for turn in turns:
        for span in turn.speech:
            at = slice(span.start_ms * 16, span.end_ms * 16)
            alone[at] = talk[at]
    return alone


def _spans(turns: tuple[Turn, ...]) -> list[SpokenSpan]:
    return [SpokenSpan(turn.speaker, at.start_ms, at.end_ms) for turn in turns for at in turn.speech]
