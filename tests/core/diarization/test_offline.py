import numpy as np
import pytest
from embedding.scripted_embedder import ScriptedEmbedder
from numpy.typing import NDArray

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, listen, recluster
from desktop_app.core.diarization.options import SENSITIVITY, Hop
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES
from desktop_app.core.diarization.timeline import LATE_FRAMES
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.embedding.chain import alone
from diarization.scripted_segmenter import ScriptedSegmenter, voices
from diarization.unit_vectors import in_a_plane

SECOND = 16_000


def diarized(samples: NDArray[np.float32], bounds: SpeakerBounds = SpeakerBounds()) -> Diarization:  # noqa: B008
    heard = listen(
        samples,
        ScriptedSegmenter(),
        alone(ScriptedEmbedder()),
        hop=Hop.ACCURATE,
        on_segmentation=lambda _: None,
        on_embedding=lambda _: None,
    )
    return recluster(heard, bounds, sensitivity=SENSITIVITY)


@pytest.mark.parametrize("length", [0, 1, 800, 30 * SECOND])
def test_where_nobody_speaks_there_are_no_speakers(length: int) -> None:
    assert diarized(np.zeros(length, np.float32)) == Diarization((), (), speakers=0, embedded=0, skipped=0)


def test_speakers_are_told_and_numbered_by_their_first_word() -> None:
    found = diarized(voices(30.0, (1, 1.0, 6.0), (0, 8.0, 13.0), (1, 15.0, 20.0), (0, 22.0, 27.0)))
    assert found.speakers == 2
    assert [segment.speaker for segment in found.full] == [0, 1, 0, 1]
    assert [segment.start_ms for segment in found.full] == pytest.approx([1000, 8000, 15_000, 22_000], abs=20)
    late_ms = LATE_FRAMES * FRAME_STEP_SAMPLES * 1000 // 16_000
    assert [segment.end_ms - late_ms for segment in found.full] == pytest.approx([6000, 13_000, 20_000, 27_000], abs=20)
    assert found.exclusive == found.full
    assert (found.embedded, found.skipped) == (4, 0)


def test_who_speaks_at_once_is_heard_at_once_and_has_the_floor_in_turn() -> None:
    found = diarized(voices(14.0, (0, 1.0, 6.0), (1, 4.0, 10.0)))
    assert [(segment.speaker, round(segment.start_ms, -2), round(segment.end_ms, -2)) for segment in found.full] == [
        (0, 1000, 6000),
        (1, 4000, 10_000),
    ]
    assert [round(segment.start_ms, -2) for segment in found.exclusive] == [1000, 6000]


def test_the_number_of_speakers_can_be_asked_for() -> None:
    samples = voices(30.0, (0, 1.0, 6.0), (1, 8.0, 13.0), (2, 15.0, 20.0))
    assert diarized(samples).speakers == 3
    assert diarized(samples, SpeakerBounds(2, 2)).speakers == 2


def test_a_recording_of_one_short_word_has_one_speaker() -> None:
    found = diarized(voices(3.0, (0, 1.0, 1.4)))
    assert (found.speakers, found.embedded, found.skipped) == (1, 0, 1)
    assert len(found.full) == 1
    assert found.full[0].margin is None


def test_speech_up_to_the_last_sample_ends_with_the_recording() -> None:
    found = diarized(voices(12.34, (0, 9.0, 12.34)))
    assert found.full[-1].end_ms == pytest.approx(12_340, abs=20)
    assert found.full[-1].end_ms <= 12_340


def test_both_long_steps_tell_how_far_they_are() -> None:
    segmentation: list[float] = []
    embedding: list[float] = []
    listen(
        voices(60.0, *((index % 2, 2.0 * index, 2.0 * index + 1.5) for index in range(29))),
        ScriptedSegmenter(),
        alone(ScriptedEmbedder()),
        hop=Hop.ACCURATE,
        on_segmentation=segmentation.append,
        on_embedding=embedding.append,
    )
    for told in (segmentation, embedding):
        assert len(told) > 1
        assert told == sorted(told)
        assert told[-1] == 1.0


@pytest.mark.parametrize("wanted", [1, 2, 3, 4, 5])
def test_an_exact_number_is_kept_though_pieces_are_short_or_talked_over(wanted: int) -> None:
    spoken = np.ones(120, np.bool_)
    clean = [120, 120, 120, 30, 0]
    pieces = tuple(Piece(track, 200 * track, spoken, np.arange(120) < clean[track]) for track in range(5))
    heard = Voices(pieces, in_a_plane([0, 30, 60, 90, 95]), duration_ms=20_000)
    assert recluster(heard, SpeakerBounds(wanted, wanted)).speakers == wanted


def of_tracks(*degrees: float, clean: int = 120) -> Voices:
    """A piece of two seconds for each, one after the other."""
    heard = np.ones(120, np.bool_)
    pieces = tuple(Piece(track, 200 * track, heard, np.arange(120) < clean) for track in range(len(degrees)))
    return Voices(pieces, in_a_plane(degrees), duration_ms=60_000)


def test_nothing_fixed_is_as_if_nothing_was_said_of_it() -> None:
    heard = of_tracks(0, 3, 50, 90, 92)
    assert recluster(heard, SpeakerBounds(), fixed=np.full(5, -1)) == recluster(heard, SpeakerBounds())


@pytest.mark.parametrize("clean", [120, 30, 0])
def test_groups_are_told_by_the_numbers_of_their_speakers_and_win_over_the_maximum(clean: int) -> None:
    found = recluster(of_tracks(0, 3, 6, 90, clean=clean), SpeakerBounds(1, 1), fixed=np.array([-1, 2, 0, -1]))
    assert found.groups[1] is None
    assert {found.groups[0], found.groups[2]} == {0, 1}
    assert found.speakers == 2
    by_start = [segment.speaker for segment in found.full]
    assert (by_start[1], by_start[2]) == (found.groups[2], found.groups[0])


def test_a_group_of_which_no_piece_is_told_has_no_speaker() -> None:
    heard = of_tracks(0, 3, 90)
    heard.embeddings[1] = np.nan
    found = recluster(heard, SpeakerBounds(), fixed=np.array([0, 1, -1]))
    assert found.groups == (found.full[0].speaker, None)
