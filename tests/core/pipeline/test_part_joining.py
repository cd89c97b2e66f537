"""Parts that were heard apart become one transcript: every word once, every person one speaker."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from diarization.scripted_segmenter import voices

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.voices import Voices, unpack_voices
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.part_cuts import GRID_MS, cut_in_parts
from desktop_app.core.pipeline.part_joining import join_parts, join_voices, options_of_part
from desktop_app.core.pipeline.reassign import recluster_transcript
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription, transcribe_recording
from desktop_app.core.transcript.values import EmbeddingReport, Fallback, SourceCount, Span, Transcript, Word
from pipeline.scripted_job import Listener, wav

Part = tuple[Span, Transcription]
CUT_MS = 200 * GRID_MS  # 27 s
SPANS = (Span(0, CUT_MS), Span(CUT_MS, 60_000))
GRID_FRAMES = 8


@pytest.fixture
def long_talk(tmp_path: Path) -> Path:
    """A minute in which two people speak before and after the cut."""
    said = ((0, 1.0, 6.0), (1, 8.0, 12.0), (0, 15.0, 26.5), (1, 28.0, 33.0), (0, 40.0, 46.0), (1, 50.0, 55.0))
    return wav(tmp_path, voices(60.0, *said))


def heard(path: Path, engines: Engines, options: JobOptions, spans: Sequence[Span] = SPANS) -> list[Part]:
    return [
        (span, transcribe_recording(path, engines, options_of_part(options), Listener(), stretch=span))
        for span in spans
    ]


def words(transcript: Transcript) -> list[Word]:
    return [word for turn in transcript.turns for word in turn.words]


def test_whoever_speaks_in_both_parts_is_one_person(long_talk: Path, scripted: Engines) -> None:
    parts = heard(long_talk, scripted, JobOptions())
    assert [turn.speaker for _, made in parts for turn in made.transcript.turns][3] == "S1"  # in its part
    joined = join_parts(parts, JobOptions()).transcript
    assert [turn.speaker for turn in joined.turns] == ["S1", "S2", "S1", "S1", "S2", "S1", "S2"]
    assert [(each.id, each.name, each.colour) for each in joined.speakers] == [
        ("S1", "Speaker 1", 0),
        ("S2", "Speaker 2", 1),
    ]
    assert joined.audio == transcribe_recording(long_talk, scripted, JobOptions(), Listener()).transcript.audio


def test_every_word_of_the_parts_is_there_once_in_order_at_its_time(long_talk: Path, scripted: Engines) -> None:
    parts = heard(long_talk, scripted, JobOptions())
    joined = join_parts(parts, JobOptions()).transcript
    assert words(joined) == [word for _, made in parts for word in words(made.transcript)]
    assert len(words(joined)) > 60
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(words(joined)))


def test_parts_that_were_heard_in_any_order_give_the_same(long_talk: Path, scripted: Engines) -> None:
    parts = heard(long_talk, scripted, JobOptions())
    assert join_parts(parts[::-1], JobOptions()) == join_parts(parts, JobOptions())


def test_a_recording_in_one_part_is_what_it_is_without_parts(long_talk: Path, scripted: Engines) -> None:
    whole = transcribe_recording(long_talk, scripted, JobOptions(), Listener())
    joined = join_parts(heard(long_talk, scripted, JobOptions(), [Span(0, 60_000)]), JobOptions())
    assert joined.transcript == whole.transcript


def test_who_spoke_can_be_decided_anew_later(long_talk: Path, scripted: Engines) -> None:
    joined = join_parts(heard(long_talk, scripted, JobOptions()), JobOptions())
    kept = unpack_voices(joined.voices or b"")
    assert kept.duration_ms == 60_000
    assert recluster_transcript(joined.transcript, kept, SpeakerBounds(), sensitivity=0.5) == joined.transcript
    one = recluster_transcript(joined.transcript, kept, SpeakerBounds(1, 1), sensitivity=0.5)
    assert {turn.speaker for turn in one.turns} == {"S1"}


def test_the_number_of_speakers_that_was_asked_for_is_the_whole_s(tmp_path: Path, scripted: Engines) -> None:
    said = ((0, 1.0, 6.0), (0, 8.0, 12.0), (1, 30.0, 36.0), (2, 40.0, 46.0))
    path = wav(tmp_path, voices(60.0, *said))
    for options, count in ((JobOptions(), 3), (JobOptions(2, 2), 2), (JobOptions(None, 1), 1)):
        parts = heard(path, scripted, options)
        assert [len(made.transcript.speakers) for _, made in parts] == [1, 2]
        joined = join_parts(parts, options)
        assert len(joined.transcript.speakers) == count


def test_a_part_in_which_nobody_speaks_changes_nothing(tmp_path: Path, scripted: Engines) -> None:
    path = wav(tmp_path, voices(60.0, (0, 30.0, 36.0), (1, 40.0, 46.0)))
    joined = join_parts(heard(path, scripted, JobOptions()), JobOptions()).transcript
    assert [turn.speaker for turn in joined.turns] == ["S1", "S2"]
    assert [turn.start_ms // 1000 for turn in joined.turns] == [30, 40]
    silent = wav(tmp_path, voices(60.0))
    assert join_parts(heard(silent, scripted, JobOptions()), JobOptions()).transcript.turns == ()


def test_pieces_move_by_their_part_s_start_and_no_track_is_two_parts_s() -> None:
    heard = np.ones(GRID_FRAMES, np.bool_)
    first = Voices((Piece(0, 3, heard, heard), Piece(1, 4, heard, heard)), np.eye(2, 4, dtype=np.float32), 10 * GRID_MS)
    second = Voices((Piece(0, 2, heard, heard),), np.eye(1, 4, dtype=np.float32), 5 * GRID_MS)
    cut_ms, end_ms = 10 * GRID_MS, 15 * GRID_MS
    joined = join_voices([(Span(0, cut_ms), first), (Span(cut_ms, end_ms), second)])
    assert [(piece.track, piece.start) for piece in joined.pieces] == [(0, 3), (1, 4), (2, 82)]
    assert joined.duration_ms == end_ms
    assert np.array_equal(joined.embeddings, np.concatenate([first.embeddings, second.embeddings]))


def test_what_a_part_was_heard_to_say_beyond_its_end_is_left_out() -> None:
    heard = np.ones(GRID_FRAMES, np.bool_)
    pieces = tuple(Piece(0, start, heard, heard) for start in (70, 78, 86))
    part = Voices(pieces, np.eye(3, 4, dtype=np.float32), 10 * GRID_MS)
    joined = join_voices([(Span(0, 10 * GRID_MS), part), (Span(10 * GRID_MS, 20 * GRID_MS), part)])
    assert [(piece.start, piece.end) for piece in joined.pieces] == [(70, 78), (78, 80), (150, 158), (158, 160)]
    assert [len(piece.clean) for piece in joined.pieces] == [8, 2, 8, 2]
    assert joined.embeddings.argmax(axis=1).tolist() == [0, 1, 0, 1]


def test_a_sentence_of_all_parts_is_told_once_and_segments_are_counted_together(
    long_talk: Path, scripted: Engines
) -> None:
    told = EmbeddingReport((SourceCount("onnx", "cpu", 3),), (Fallback("remote", "it is away", 2),), requests=4)
    counted = "2 of 3 segments were not told apart by the remote diarizer: it is away."
    parts = [
        (span, _changed(made, embedding=told, warnings=("The file breaks off.", counted)))
        for span, made in heard(long_talk, scripted, JobOptions())
    ]
    joined = join_parts(parts, JobOptions()).transcript
    assert joined.embedding == EmbeddingReport(
        (SourceCount("onnx", "cpu", 6),), (Fallback("remote", "it is away", 4),), requests=8
    )
    assert joined.warnings == (
        "The file breaks off.",
        "4 of 6 segments were not told apart by the remote diarizer: it is away.",
    )


def test_engines_are_named_once_in_the_order_of_the_work(long_talk: Path, scripted: Engines) -> None:
    (first, one), (second, other) = heard(long_talk, scripted, JobOptions())
    elsewhere = tuple(
        replace(use, device="cuda") if use.role == "embedding" else use for use in other.transcript.engines
    )
    joined = join_parts([(first, one), (second, _changed(other, engines=elsewhere))], JobOptions()).transcript
    assert [(use.role, use.device) for use in joined.engines] == [
        ("segmentation", "cpu"),
        ("embedding", "cpu"),
        ("embedding", "cuda"),
        ("asr", "cpu"),
    ]


def test_the_language_is_that_of_most_words_and_others_are_told(long_talk: Path, scripted: Engines) -> None:
    (first, one), (second, other) = heard(long_talk, scripted, JobOptions())
    assert len(words(one.transcript)) > len(words(other.transcript))
    parts = [(first, _changed(one, language="de")), (second, other)]
    joined = join_parts(parts, JobOptions()).transcript
    assert joined.language == "de"
    assert joined.warnings == ("Not all of it is in one language: parts are in English.",)


def test_parts_without_voices_cannot_be_joined(long_talk: Path, scripted: Engines) -> None:
    parts = [(span, replace(made, voices=None)) for span, made in heard(long_talk, scripted, JobOptions())]
    with pytest.raises(ValueError, match=r"talk\.wav"):
        join_parts(parts, JobOptions())


@pytest.mark.slow
@pytest.mark.parametrize("options", [JobOptions(), JobOptions(2, 2)])
def test_the_packaged_dialogue_in_parts_is_two_people_and_the_words_they_say(options: JobOptions) -> None:
    engines, path = Engines(), sample_recording()
    spans = cut_in_parts(path, options, engines.detector.get(), part_ms=10_000, whole_ms=10_000)
    assert len(spans) == 3
    parts = heard(path, engines, options, spans)
    joined = join_parts(parts, options).transcript
    assert len(joined.speakers) == 2
    assert words(joined) == [word for _, made in parts for word in words(made.transcript)]
    asks, tells, remembers = (_who_says(joined, text) for text in ("hear me", "good story", "ditch"))
    assert asks == remembers != tells


def _who_says(transcript: Transcript, text: str) -> str:
    """The one speaker in whose turns the text stands."""
    (speaker,) = {turn.speaker for turn in transcript.turns if text in turn.text}
    return speaker


def _changed(made: Transcription, **fields: object) -> Transcription:
    return replace(made, transcript=replace(made.transcript, **fields))
