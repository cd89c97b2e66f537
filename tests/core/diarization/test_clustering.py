import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.core.diarization.clustering import BLOCK, SpeakerBounds, speaker_centroids
from desktop_app.core.diarization.options import SENSITIVITY
from diarization.unit_vectors import DIMENSION, around, in_a_plane, nearest, partition

OPEN = SpeakerBounds()


def centroids(
    vectors: NDArray[np.float32], bounds: SpeakerBounds = OPEN, seconds: list[float] | None = None
) -> NDArray[np.float32]:
    weights = np.full(len(vectors), 3.0) if seconds is None else np.array(seconds)
    return speaker_centroids(vectors, weights, bounds, sensitivity=SENSITIVITY)


def test_voices_a_right_angle_apart_are_two_and_those_half_of_it_apart_are_one() -> None:
    chain = in_a_plane([0, 1, 2, 45, 46, 47, 100, 101, 102])
    found = centroids(chain)
    assert partition(nearest(chain, found)) == {frozenset(range(6)), frozenset(range(6, 9))}


def test_a_chain_of_neighbours_is_not_drawn_into_one_voice() -> None:
    assert len(centroids(in_a_plane(range(0, 181, 15)))) > 1


@pytest.mark.parametrize("voices", range(1, 21))
def test_each_noisy_voice_is_one_speaker(voices: int) -> None:
    vectors = around(voices, 6)
    found = centroids(vectors)
    assert partition(nearest(vectors, found)) == {frozenset(range(at, at + 6)) for at in range(0, 6 * voices, 6)}


def test_a_centroid_has_length_one_and_the_direction_of_its_voice() -> None:
    found = centroids(around(3, 8))
    assert (found.shape, found.dtype) == ((3, DIMENSION), np.float32)
    assert np.allclose(np.linalg.norm(found, axis=1), 1.0, atol=1e-5)
    assert sorted(found.argmax(axis=1)) == [0, 1, 2]


VECTORS = around(5, 6, noise=0.04)
TOGETHER = partition(nearest(VECTORS, centroids(VECTORS)))


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(VECTORS))))
def test_who_belongs_together_does_not_hang_on_the_order_of_arrival(order: list[int]) -> None:
    found = centroids(VECTORS[order])
    assert partition(nearest(VECTORS, found)) == TOGETHER


def test_a_recording_played_backwards_has_the_same_voices() -> None:
    assert partition(nearest(VECTORS, centroids(VECTORS[::-1]))) == TOGETHER


@pytest.mark.parametrize("wanted", [1, 2, 3, 4, 5, 7])
def test_an_exact_number_of_speakers_is_kept(wanted: int) -> None:
    assert len(centroids(VECTORS, SpeakerBounds(wanted, wanted))) == wanted


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (SpeakerBounds(1, 3), 3),
        (SpeakerBounds(1, 9), 5),
        (SpeakerBounds(7), 7),
        (SpeakerBounds(2), 5),
        (SpeakerBounds(4, 6), 5),
    ],
)
def test_bounds_hold_and_otherwise_the_voices_decide(bounds: SpeakerBounds, expected: int) -> None:
    assert len(centroids(VECTORS, bounds)) == expected


def test_no_embeddings_have_no_speakers() -> None:
    assert centroids(np.zeros((0, DIMENSION), np.float32), SpeakerBounds(2, 2)).shape == (0, DIMENSION)


def test_one_embedding_is_one_speaker_whatever_is_asked() -> None:
    vector = in_a_plane([30])
    for bounds in (OPEN, SpeakerBounds(3), SpeakerBounds(2, 2)):
        assert np.allclose(centroids(vector, bounds), vector, atol=1e-6)


def test_the_same_embedding_many_times_is_one_speaker() -> None:
    assert len(centroids(np.repeat(in_a_plane([30]), 10, axis=0))) == 1


def test_a_moment_of_another_voice_in_a_long_talk_is_no_speaker() -> None:
    vectors = np.concatenate([around(2, 10), in_a_plane([90])])
    seconds = [6.0] * 20 + [1.0]
    assert len(centroids(vectors, seconds=seconds)) == 2


def test_a_moment_of_another_voice_is_a_speaker_where_the_bounds_ask_for_one() -> None:
    vectors = np.concatenate([around(2, 10), in_a_plane([90])])
    assert len(centroids(vectors, SpeakerBounds(3, 3), [6.0] * 20 + [1.0])) == 3


def test_a_few_seconds_of_a_voice_in_a_short_talk_are_a_speaker() -> None:
    vectors = np.concatenate([around(1, 5), in_a_plane([90])])
    assert len(centroids(vectors, seconds=[4.0] * 5 + [2.0])) == 2


def test_less_than_a_second_of_a_voice_never_opens_a_speaker() -> None:
    vectors = np.concatenate([around(1, 5), in_a_plane([90])])
    assert len(centroids(vectors, seconds=[4.0] * 5 + [0.9])) == 1


def test_many_embeddings_are_thinned_and_keep_their_voices() -> None:
    each = BLOCK // 3 + 50
    vectors = around(4, each)
    found = centroids(vectors)
    assert partition(nearest(vectors[::97], found)) == partition([at * 97 // each for at in range(-(-4 * each // 97))])


def test_many_embeddings_that_are_all_unlike_come_to_an_end() -> None:
    vectors = np.random.default_rng(3).standard_normal((BLOCK + 200, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert len(centroids(vectors)) >= 1


def test_the_voices_of_many_embeddings_do_not_hang_on_the_order_of_arrival() -> None:
    vectors = around(4, BLOCK // 3 + 50, noise=0.04)
    forwards, backwards = (found[found.argmax(axis=1).argsort()] for found in map(centroids, (vectors, vectors[::-1])))
    assert np.allclose(forwards, backwards, atol=1e-5)


# What a person has decided.


def fixed_centroids(
    vectors: NDArray[np.float32], fixed: list[int], bounds: SpeakerBounds = OPEN, seconds: list[float] | None = None
) -> NDArray[np.float32]:
    weights = np.full(len(vectors), 3.0) if seconds is None else np.array(seconds)
    return speaker_centroids(vectors, weights, bounds, sensitivity=SENSITIVITY, fixed=np.array(fixed))


@pytest.mark.parametrize("bounds", [OPEN, SpeakerBounds(3, 3), SpeakerBounds(7, 7)])
def test_where_nothing_is_fixed_the_centroids_are_the_same_to_the_bit(bounds: SpeakerBounds) -> None:
    found = fixed_centroids(VECTORS, [-1] * len(VECTORS), bounds)
    assert found.tobytes() == centroids(VECTORS, bounds).tobytes()


def test_what_must_be_linked_is_one_voice_however_unlike() -> None:
    vectors = in_a_plane([0, 2, 80, 82, 180, 182])
    assert len(centroids(vectors)) == 3
    found = fixed_centroids(vectors, [0, -1, 0, -1, -1, -1])
    assert partition(nearest(vectors, found)) == {frozenset(range(4)), frozenset({4, 5})}


def test_what_cannot_be_linked_is_two_voices_however_alike_and_the_others_go_to_the_nearer() -> None:
    vectors = in_a_plane([0, 1, 2, 10, 11, 12])
    assert len(centroids(vectors)) == 1
    for bounds in (OPEN, SpeakerBounds(1, 1), SpeakerBounds(2, 2)):
        found = fixed_centroids(vectors, [0, -1, -1, -1, -1, 1], bounds)
        assert partition(nearest(vectors, found)) == {frozenset(range(3)), frozenset(range(3, 6))}


def test_the_centroids_of_groups_come_first_in_their_order() -> None:
    fixed = [-1] * len(VECTORS)
    fixed[8], fixed[27], fixed[14] = 2, 0, 1  # of the voices 1, 4 and 2
    found = fixed_centroids(VECTORS, fixed)
    assert found.argmax(axis=1)[:3].tolist() == [4, 2, 1]
    assert len(found) == 5


def test_a_moment_that_was_decided_is_a_speaker_in_the_longest_talk() -> None:
    vectors = np.concatenate([around(2, 10), in_a_plane([90])])
    seconds = [6.0] * 20 + [0.3]
    assert len(fixed_centroids(vectors, [-1] * 20 + [0], seconds=seconds)) == 3
    assert len(fixed_centroids(vectors, [0] + [-1] * 19 + [1], SpeakerBounds(2, 2), seconds)) == 2


def test_decisions_hold_among_many_embeddings() -> None:
    each = BLOCK // 3 + 50
    vectors = around(4, each)
    fixed = [-1] * len(vectors)
    fixed[0], fixed[1], fixed[each], fixed[2 * each] = 0, 1, 1, 0
    found = fixed_centroids(vectors, fixed, SpeakerBounds(1, 2))
    assert len(found) == 2
    assert len(fixed_centroids(vectors, list(range(len(vectors))))) == len(vectors)
