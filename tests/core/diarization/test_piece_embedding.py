from dataclasses import replace

import numpy as np
import pytest
from embedding.scripted_embedder import ScriptedEmbedder

from desktop_app.core.diarization.piece_embedding import Heard, embed_pieces
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import frame_to_samples, seconds_to_frames
from desktop_app.core.embedding.chain import alone
from diarization.scripted_segmenter import voices


def piece(start_s: float, end_s: float, track: int = 0) -> Piece:
    start, end = seconds_to_frames(start_s), seconds_to_frames(end_s)
    spoken = np.ones(end - start, np.bool_)
    return Piece(track, start, spoken, spoken)


def heard(samples: np.ndarray, *pieces: Piece, callers: int = 2) -> Heard:
    return embed_pieces(
        [pieces], samples, alone(ScriptedEmbedder(callers)), expected=len(pieces), on_progress=lambda _: None
    )


def test_a_piece_of_one_voice_stays_whole() -> None:
    parts, embeddings = heard(voices(10.0, (0, 0.0, 10.0)), piece(1, 8))
    assert [(part.start, part.end) for part in parts] == [(seconds_to_frames(1), seconds_to_frames(8))]
    assert np.linalg.norm(embeddings, axis=1) == pytest.approx([1.0])


def test_a_piece_of_two_voices_is_cut_where_the_second_begins() -> None:
    parts, embeddings = heard(voices(10.0, (0, 0.0, 4.0), (2, 4.0, 10.0)), piece(1, 8))
    assert [part.track for part in parts] == [0, 0]
    assert parts[0].end == parts[1].start
    assert frame_to_samples(parts[1].start) / 16_000 == pytest.approx(4.0, abs=0.06)
    assert embeddings[0] @ embeddings[1] < 0.5


def test_parts_of_all_pieces_are_ordered_by_start_and_keep_their_embeddings() -> None:
    samples = voices(20.0, (0, 0.0, 4.0), (2, 4.0, 10.0), (1, 11.0, 15.0))
    parts, embeddings = heard(samples, piece(0.5, 9.5), piece(2, 3, track=1), piece(11, 14.5, track=2))
    assert [part.start for part in parts] == sorted(part.start for part in parts)
    assert [part.track for part in parts] == [0, 1, 0, 2]
    assert embeddings[0] @ embeddings[1] == pytest.approx(1.0, abs=1e-5)


def test_a_piece_that_others_talk_over_is_told_by_all_that_is_heard() -> None:
    spoken = piece(3, 8)
    covered = replace(spoken, clean=np.zeros_like(spoken.active))
    parts, embeddings = heard(voices(10.0, (0, 0.0, 10.0)), spoken, covered)
    assert [part.clean_frames > 0 for part in parts] == [True, False]
    assert embeddings[0] @ embeddings[1] == pytest.approx(1.0, abs=1e-5)


def test_too_little_speech_has_no_embedding() -> None:
    parts, embeddings = heard(voices(10.0, (0, 0.0, 10.0)), piece(1, 1.5), piece(3, 8))
    assert len(parts) == 2
    assert np.isnan(embeddings).all(axis=1).tolist() == [True, False]


def test_no_pieces_have_no_embeddings() -> None:
    parts, embeddings = heard(voices(3.0))
    assert (parts, embeddings.shape) == ([], (0, ScriptedEmbedder.dimension))


def test_as_many_threads_as_one_hear_the_same() -> None:
    samples = voices(60.0, *((index % 3, 3.0 * index, 3.0 * index + 2.5) for index in range(20)))
    pieces = [piece(3.0 * index, 3.0 * index + 2.5) for index in range(20)]
    one, two = heard(samples, *pieces, callers=1), heard(samples, *pieces, callers=2)
    assert [part.start for part in one[0]] == [part.start for part in two[0]]
    assert np.array_equal(one[1], two[1])
