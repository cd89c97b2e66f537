from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from asr.scripted_recogniser import ScriptedRecogniser
from diarization.scripted_segmenter import ScriptedSegmenter, voices
from numpy.typing import NDArray

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.errors import SegmentationFailed
from desktop_app.core.diarization.voices import unpack_voices
from desktop_app.core.export.formats import json_format
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.reassign import recluster_transcript
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import TranscriptionInterrupted, transcribe_recording
from desktop_app.core.transcript.values import EngineUse, HeardTrack, Span, Word
from pipeline.scripted_job import Listener, talk_of_two, wav


class Impatient(Listener):
    """Presses Ctrl+C when some turns are there; at once if none."""

    def __init__(self, turns: int) -> None:
        super().__init__()
        self._turns = turns

    def progress(self, stage: Stage, fraction: float) -> None:
        super().progress(stage, fraction)
        if stage is Stage.TRANSCRIPTION and len(self.finished) == self._turns:
            raise KeyboardInterrupt


def test_of_an_interrupted_job_the_turns_that_are_done_are_kept_and_marked(tmp_path: Path, scripted: Engines) -> None:
    path = talk_of_two(tmp_path)
    listener = Impatient(2)
    with pytest.raises(TranscriptionInterrupted) as caught:
        transcribe_recording(path, scripted, JobOptions(), listener)
    made = caught.value.transcription
    assert list(made.transcript.turns) == listener.finished
    end_ms = listener.finished[-1].words[-1].end_ms
    assert made.transcript.incomplete_from_ms == end_ms
    assert made.transcript.warnings[-1] == "The transcription was interrupted: from 00:11 on, the words are missing."
    assert len(unpack_voices(made.voices).pieces) > 2
    assert made.transcript.audio.sha256 is not None


def test_an_interrupted_stretch_has_the_times_of_the_whole_recording(tmp_path: Path, scripted: Engines) -> None:
    path, listener = talk_of_two(tmp_path), Impatient(2)
    with open_recording(path) as recording:
        end_ms = recording.duration_ms
    with pytest.raises(TranscriptionInterrupted) as caught:
        transcribe_recording(path, scripted, JobOptions(), listener, stretch=Span(500, end_ms))
    made = caught.value.transcription.transcript
    assert [turn.start_ms - 500 for turn in made.turns] == [turn.start_ms for turn in listener.finished]
    assert made.incomplete_from_ms == listener.finished[-1].words[-1].end_ms + 500
    assert made.warnings[-1] == "The transcription was interrupted: from 00:11 on, the words are missing."


def test_what_was_heard_of_a_damaged_recording_and_what_is_missing_is_in_the_transcript(
    tmp_path: Path, scripted: Engines
) -> None:
    talk = voices(24.0, (0, 1.0, 6.0), (1, 8.0, 12.0))
    path = wav(tmp_path, np.stack([talk, np.zeros_like(talk)], axis=1))
    path.write_bytes(path.read_bytes()[: 13 * 16_000 * 8])
    made = transcribe_recording(path, scripted, JobOptions(), Listener()).transcript
    assert made.warnings[0] == "The file ends at 00:12 of 00:24: the rest of it is missing."
    assert (made.audio.tracks, made.audio.heard) == (1, (HeardTrack(1, (1,), 2),))
    other = transcribe_recording(path, scripted, JobOptions(channel=2), Listener()).transcript
    assert other.audio.heard == (HeardTrack(1, (2,), 2),)
    assert not other.turns


def test_an_interrupted_job_without_a_turn_keeps_nothing(tmp_path: Path, scripted: Engines) -> None:
    path = wav(tmp_path, voices(24.0, (0, 1.0, 6.0), (1, 8.0, 12.0)))
    with pytest.raises(KeyboardInterrupt) as caught:
        transcribe_recording(path, scripted, JobOptions(), Impatient(0))
    assert caught.type is KeyboardInterrupt


def test_a_recording_becomes_turns_of_speakers_with_their_words(tmp_path: Path, scripted: Engines) -> None:
    path = talk_of_two(tmp_path)
    transcript = transcribe_recording(path, scripted, JobOptions(), Listener()).transcript
    assert [turn.speaker for turn in transcript.turns] == ["S1", "S2", "S1"]
    assert [speaker.name for speaker in transcript.speakers] == ["Speaker 1", "Speaker 2"]
    assert [engine.name for engine in transcript.engines] == ["scripted"] * 3
    assert (transcript.audio.file, transcript.audio.duration_ms, transcript.language) == (str(path), 24_000, "en")
    for turn in transcript.turns:
        assert len(turn.words) >= 7
        assert all(turn.start_ms <= word.start_ms <= word.end_ms <= turn.end_ms for word in turn.words)


def test_progress_goes_through_the_stages_in_order_and_finished_turns_are_told_once(
    tmp_path: Path, scripted: Engines
) -> None:
    path = talk_of_two(tmp_path)
    listener = Listener()
    transcript = transcribe_recording(path, scripted, JobOptions(), listener).transcript
    order = list(Stage)
    positions = [(order.index(stage), fraction) for stage, fraction in listener.told]
    assert positions == sorted(positions)
    assert {stage for stage, _ in listener.told} == set(Stage) - {Stage.PREPARING}
    assert listener.told[-1] == (Stage.TRANSCRIPTION, 1.0)
    assert tuple(listener.finished) == transcript.turns


def test_a_long_talk_is_given_to_the_recogniser_in_parts_it_can_take(tmp_path: Path, scripted: Engines) -> None:
    path = wav(tmp_path, voices(40.0, (0, 1.0, 38.0)))
    turns = transcribe_recording(path, scripted, JobOptions(), Listener()).transcript.turns
    assert len(turns) >= 4
    assert all(turn.end_ms - turn.start_ms <= 10_000 for turn in turns)


def test_the_recogniser_is_given_no_more_than_a_moment_of_a_neighbour_s_speech(
    tmp_path: Path, scripted: Engines
) -> None:
    heard: list[NDArray[np.float32]] = []

    class Listening(ScriptedRecogniser):
        def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
            heard.append(np.abs(samples))
            return super().recognise(samples)

    scripted.recognisers["moonshine"] = LazyEngine(Listening)
    path = wav(tmp_path, voices(14.0, (0, 1.0, 6.0), (1, 6.1, 11.0)))
    transcribe_recording(path, scripted, JobOptions(), Listener())
    first, second = sorted(heard, key=lambda samples: np.count_nonzero(samples > 0.15))  # turns are heard side by side
    frame_samples = 270
    assert np.count_nonzero(first > 0.15) <= frame_samples
    assert np.count_nonzero((second > 0.05) & (second < 0.15)) <= frame_samples


def test_the_number_of_speakers_that_was_asked_for_is_kept(tmp_path: Path, scripted: Engines) -> None:
    path = wav(tmp_path, voices(24.0, (0, 1.0, 6.0), (1, 8.0, 12.0), (2, 15.0, 19.0)))
    counts = [
        len(transcribe_recording(path, scripted, options, Listener()).transcript.speakers)
        for options in (JobOptions(), JobOptions(2, 2), JobOptions(None, 1))
    ]
    assert counts == [3, 2, 1]


def test_with_its_voices_a_recording_can_be_given_to_other_speakers(tmp_path: Path, scripted: Engines) -> None:
    path = wav(tmp_path, voices(24.0, (0, 1.0, 6.0), (1, 8.0, 12.0), (2, 15.0, 19.0)))
    found = transcribe_recording(path, scripted, JobOptions(), Listener())
    kept = unpack_voices(found.voices)
    auto = recluster_transcript(found.transcript, kept, SpeakerBounds(), sensitivity=0.5)
    two = recluster_transcript(found.transcript, kept, SpeakerBounds(2, 2), sensitivity=0.5)
    assert auto == found.transcript
    assert len(two.speakers) == 2
    assert [word for turn in two.turns for word in turn.words] == [
        word for turn in found.transcript.turns for word in turn.words
    ]


def test_silence_has_a_transcript_without_turns(tmp_path: Path, scripted: Engines) -> None:
    transcript = transcribe_recording(wav(tmp_path, voices(5.0)), scripted, JobOptions(), Listener()).transcript
    assert (transcript.turns, transcript.speakers, transcript.audio.duration_ms) == ((), (), 5000)


def test_a_file_that_is_no_recording_is_refused_by_name(tmp_path: Path, scripted: Engines) -> None:
    path = tmp_path / "notes.wav"
    path.write_text("not a sound")
    with pytest.raises(AudioError, match=r"notes\.wav"):
        transcribe_recording(path, scripted, JobOptions(), Listener())


def test_an_engine_that_is_missing_is_found_before_the_file_is_read(tmp_path: Path, scripted: Engines) -> None:
    def missing() -> ScriptedRecogniser:
        raise ModelUnavailable("Ears", "they are missing", "Put them on")

    scripted.recognisers["moonshine"] = LazyEngine(missing)
    with pytest.raises(ModelUnavailable, match="they are missing"):
        transcribe_recording(tmp_path / "none.wav", scripted, JobOptions(), Listener())


@pytest.mark.slow
def test_the_packaged_dialogue_is_two_people_and_the_words_they_say() -> None:
    listener = Listener()
    transcript = transcribe_recording(sample_recording(), Engines(), JobOptions(), listener).transcript
    text = " ".join(turn.text for turn in transcript.turns).lower()
    assert len(transcript.speakers) == 2
    assert "good story" in text
    assert "ditch" in text
    assert all(a.start_ms <= b.start_ms for a, b in pairwise(transcript.turns))
    assert all(turn.start_ms < turn.end_ms <= transcript.audio.duration_ms for turn in transcript.turns)
    (story,) = (turn for turn in transcript.turns if "good story" in turn.text)
    (ditch,) = (turn for turn in transcript.turns if "ditch" in turn.text)
    assert story.speaker != ditch.speaker
    assert json_format.parse(json_format.render(transcript), Path("dialogue.json")) == transcript


class Circling(ScriptedRecogniser):
    """Understands the same in every turn."""

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        words = super().recognise(samples)
        texts = ["the", "first", "thing", "that", "I", "have", "to", "say", "is"]
        return tuple(replace(word, text=texts[at % len(texts)]) for at, word in enumerate(words))


def test_what_the_recogniser_hardly_knows_is_told_while_it_runs_and_afterwards(
    tmp_path: Path, scripted: Engines
) -> None:
    scripted.recognisers["moonshine"] = LazyEngine(Circling)
    told: list[tuple[str, int]] = []
    listener = Listener()
    path = wav(tmp_path, voices(320.0, *((at % 2, at * 10.0, at * 10.0 + 8.0) for at in range(31))))
    made = transcribe_recording(
        path, scripted, JobOptions(), listener, lambda doubt: told.append((doubt, len(listener.finished)))
    )
    ((sentence, turns),) = told
    assert 0 < turns < len(listener.finished)
    assert made.transcript.warnings == (sentence,)
    assert (made.transcript.language, told.clear()) == ("en", None)
    given = JobOptions(language="en")
    assert transcribe_recording(path, scripted, given, listener, told.append).transcript.warnings == ()  # type: ignore[arg-type]
    assert told == []


def test_a_language_that_nothing_here_knows_is_refused_before_any_work(tmp_path: Path, scripted: Engines) -> None:
    listener = Listener()
    with pytest.raises(ModelUnavailable, match="no model on this computer writes down Japanese"):
        transcribe_recording(tmp_path / "gone.wav", scripted, JobOptions(language="ja"), listener)
    assert listener.told == []
    assert scripted.segmenter.loaded is None


class FailingOnCard(ScriptedSegmenter):
    """Loads, and fails in the middle of a recording."""

    use = EngineUse(role="segmentation", name="scripted on a card", device="cuda")

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        raise SegmentationFailed("The card", "its memory is full", "Free it")


def test_where_the_card_fails_in_a_recording_the_processor_finds_who_speaks_and_that_is_told(
    tmp_path: Path, scripted: Engines
) -> None:
    path = talk_of_two(tmp_path)
    expected = transcribe_recording(path, scripted, JobOptions(), Listener()).transcript
    scripted.card_expected = lambda: True  # type: ignore[method-assign]
    scripted.card_segmenter = LazyEngine(FailingOnCard)
    scripted.sources["torch"] = scripted.sources["onnx"]
    made = transcribe_recording(path, scripted, JobOptions(language="en"), Listener()).transcript
    assert [(turn.speaker, turn.start_ms) for turn in made.turns] == [
        (turn.speaker, turn.start_ms) for turn in expected.turns
    ]
    assert made.engines[0].name == "scripted"
    assert "scripted was used instead of The card: its memory is full." in made.warnings
