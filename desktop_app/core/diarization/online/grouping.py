"""All pieces of a stream clustered again, and each group told by whose voice it was taken for before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.assignment import assign
from desktop_app.core.diarization.clustering import SpeakerBounds, speaker_centroids
from desktop_app.core.diarization.likeness import reliability
from desktop_app.core.diarization.offline import MIN_TRAINING_S
from desktop_app.core.diarization.online.heard_voices import NOBODY
from desktop_app.core.diarization.online.voice_roster import VoiceRoster
from desktop_app.core.diarization.options import SENSITIVITY
from desktop_app.core.diarization.pieces import Piece

ALIKE = 0.4
"""A piece less like its voice than this may be somebody new."""
KNOWN_AGAIN = 0.5
"""A group at least so like a voice that is remembered is that person."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """What there is to group. Pieces in any order; embeddings: float32 [pieces, dimension], NaN where not told;
    seconds: float64 [pieces], clean speech, positive; voices: int64 [pieces], taken for so far, or NOBODY."""

    pieces: Sequence[Piece]
    embeddings: NDArray[np.float32]
    seconds: NDArray[np.float64]
    voices: NDArray[np.int64]

    @property
    def told(self) -> NDArray[np.bool_]:
        """Bool [pieces]: whose voice was told."""
        return np.asarray(np.isfinite(self.embeddings).all(axis=1))

    def taken_for(self, voice: int) -> NDArray[np.bool_]:
        """Bool [pieces]: those told that are taken for this voice."""
        return np.asarray(self.told & (self.voices == voice), np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Voiceprints:
    """The voices as they are known now. centroids: float32 [voices, dimension], of length 1; numbers: theirs."""

    centroids: NDArray[np.float32]
    numbers: tuple[int, ...] = field(default=())

    def nearest(self, embedding: NDArray[np.float32], seconds: float) -> int:
        """The number of the voice that this is, NOBODY where it is like none. seconds: clean speech behind it."""
        if not self.numbers:
            return NOBODY
        similarity = self.centroids @ embedding
        best = int(similarity.argmax())
        return self.numbers[best] if _likeness(similarity[best], seconds) >= ALIKE else NOBODY


def group_again(group: Group, roster: VoiceRoster, *, over: bool = False) -> tuple[NDArray[np.int64], Voiceprints]:
    """The voice of every piece, int64 [pieces], and the voices; nobody's voices where nothing can be told.

    Groups and the voices before are matched so that together they share the most speech. An anchored voice that would
    be lost in another keeps a place of its own. The roster hears of every voice that is found. over: nothing follows.
    """
    trusted = group.told & (group.seconds >= MIN_TRAINING_S)
    if not trusted.any():
        return group.voices.copy(), Voiceprints(np.zeros((0, group.embeddings.shape[1]), np.float32))
    centroids = speaker_centroids(
        group.embeddings[trusted], group.seconds[trusted], SpeakerBounds(), sensitivity=SENSITIVITY
    )
    members = _members(group, centroids)
    matched = _matched(group, members, len(centroids))
    if lost := [each for each in sorted(roster.anchors - set(matched.values())) if (group.taken_for(each)).any()]:
        matched |= {len(centroids) + place: voice for place, voice in enumerate(lost)}
        centroids = np.stack([*centroids, *(_centroid(group, group.taken_for(voice)) for voice in lost)])
        members = _members(group, centroids)
        centroids = np.stack([_recentred(group, members == row, centroids[row]) for row in range(len(centroids))])
        members = _members(group, centroids)
    for row in range(len(centroids)):
        if row not in matched:
            matched[row] = _recognised(centroids[row], matched.values(), roster)
    numbers = tuple(matched[row] for row in range(len(centroids)))
    for row, number in enumerate(numbers):
        roster.saw(number, centroids[row], float(group.seconds[group.told & (members == row)].sum()), over=over)
    return np.array(numbers, np.int64)[members], Voiceprints(centroids, numbers)


def _members(group: Group, centroids: NDArray[np.float32]) -> NDArray[np.int64]:
    """Which centroid each piece belongs to, int64 [pieces]."""
    order = sorted(range(len(group.pieces)), key=lambda at: (group.pieces[at].start, group.pieces[at].end))
    members = np.zeros(len(order), np.int64)
    members[order] = assign([group.pieces[at] for at in order], group.embeddings[order], centroids).speaker
    return members


def _matched(group: Group, members: NDArray[np.int64], count: int) -> dict[int, int]:
    """Group to voice, where they share speech."""
    from scipy.optimize import linear_sum_assignment

    voices = np.unique(group.voices[group.voices != NOBODY])
    shared = np.zeros((count, len(voices)))
    for column, voice in enumerate(voices):
        chosen = group.voices == voice
        np.add.at(shared[:, column], members[chosen], group.seconds[chosen])
    pairs = zip(*linear_sum_assignment(shared, maximize=True), strict=True)
    return {int(row): int(voices[column]) for row, column in pairs if shared[row, column] > 0}


def _recognised(centroid: NDArray[np.float32], taken: Collection[int], roster: VoiceRoster) -> int:
    """The number for a group that was none before: of an absent voice that it is like, else a new one."""
    absent = {number: vector for number, vector in roster.remembered.items() if number not in taken}
    best = max(absent, key=lambda number: float(absent[number] @ centroid), default=NOBODY)
    if best != NOBODY and float(absent[best] @ centroid) >= KNOWN_AGAIN:
        return best
    return roster.newcomer()


def _centroid(group: Group, chosen: NDArray[np.bool_]) -> NDArray[np.float32]:
    chosen = chosen & group.told
    mean = (group.embeddings[chosen] * group.seconds[chosen, None]).sum(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)


def _recentred(group: Group, chosen: NDArray[np.bool_], otherwise: NDArray[np.float32]) -> NDArray[np.float32]:
    return _centroid(group, chosen) if (chosen & group.told).any() else otherwise


def _likeness(similarity: float, seconds: float) -> float:
    return float(similarity / reliability(np.array([seconds]))[0])
