import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.online.grouping import Group, Voiceprints, group_again
from desktop_app.core.diarization.online.heard_voices import NOBODY
from desktop_app.core.diarization.online.voice_roster import VoiceRoster
from desktop_app.core.diarization.pieces import Piece

FRAMES = 180
"""Three seconds."""


def unit(*parts: float) -> NDArray[np.float32]:
    vector = np.zeros(8, np.float32)
    vector[: len(parts)] = parts
    return vector / np.linalg.norm(vector)


FIRST, SECOND, OTHER = unit(1, 0.45), unit(1, -0.45), unit(0, 0, 1)


def group(*said: tuple[NDArray[np.float32], int], seconds: float = 3.0) -> Group:
    """Pieces one after the other. said: the embedding and the voice that each was taken for."""
    speech = np.ones(FRAMES, np.bool_)
    pieces = [Piece(at, at * 2 * FRAMES, speech, speech) for at in range(len(said))]
    embeddings = np.stack([embedding for embedding, _ in said])
    voices = np.array([voice for _, voice in said], np.int64)
    return Group(pieces, embeddings, np.full(len(said), seconds), voices)


def two_speakers() -> VoiceRoster:
    """Numbers 0 and 1 are speakers."""
    roster = VoiceRoster()
    for vector in (FIRST, OTHER):
        number = roster.newcomer()
        for _ in range(2):
            roster.saw(number, vector, 3.0, over=False)
    return roster


def test_two_groups_that_were_one_voice_are_told_by_what_they_share() -> None:
    roster = two_speakers()
    voices, _ = group_again(group((FIRST, 0), (OTHER, 1), (FIRST, 0), (OTHER, NOBODY)), roster)
    assert voices.tolist() == [0, 1, 0, 1]


def test_a_voice_swallowed_by_another_goes_with_it_unless_both_are_named() -> None:
    alike = group((FIRST, 0), (SECOND, 1), (FIRST, 0), (SECOND, 1), (FIRST, 0))
    roster = two_speakers()
    assert set(group_again(alike, roster)[0].tolist()) == {0}
    roster.anchor("S1", "Anna")
    roster.anchor("S2", "Ben")
    assert group_again(alike, roster)[0].tolist() == [0, 1, 0, 1, 0]
    assert [speaker.name for speaker in roster.speakers] == ["Anna", "Ben"]


def test_a_speaker_whose_pieces_were_all_taken_away_is_recognised_by_the_voice() -> None:
    roster = two_speakers()
    voices, _ = group_again(group((FIRST, 0), (OTHER, NOBODY)), roster)
    assert voices.tolist() == [0, 1]


def test_a_voice_like_nobody_known_is_nobody() -> None:
    prints = Voiceprints(np.stack([FIRST, OTHER]), (0, 1))
    assert prints.nearest(OTHER, 3.0) == 1
    assert prints.nearest(unit(0, 0, 0, 1), 3.0) == NOBODY
    assert Voiceprints(np.zeros((0, 8), np.float32)).nearest(OTHER, 3.0) == NOBODY
