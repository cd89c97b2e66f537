"""Local speakers of neighbouring windows, stitched into tracks on one grid of frames."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.segmentation import LOCAL_SPEAKERS, WINDOW_FRAMES, Windows

COUNT_BIAS = -0.3
"""A speaker counts where more than 80 % of the covering windows hear one more: windows over-count at their edges."""
MIN_SHARED_FRAMES = 6
BLOCK_FRAMES = 148
"""Frames that are decided at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """One voice followed through consecutive windows: not a person yet, who may have many tracks.

    start: first frame on the common grid; active: bool [frames from there on].
    """

    start: int
    active: NDArray[np.bool_]


def stitch(windows: Windows) -> list[NDArray[np.int64]]:
    """For every window, the track number of its local speakers, int64 [3]; -1 for one who never speaks.

    A local speaker continues the track of the one in the window before with whom it is active most in their common
    frames (best assignment of all three); otherwise it opens a track.
    """
    numbers: list[NDArray[np.int64]] = []
    tracks = 0
    for index, window in enumerate(windows.active):
        current = np.full(LOCAL_SPEAKERS, -1, np.int64)
        if index:
            later = windows.starts[index] - windows.starts[index - 1]
            current = continued(windows.active[index - 1][later:], numbers[-1], window)
        for local in newcomers(window, current):
            current[local] = tracks
            tracks += 1
        numbers.append(current)
    return numbers


def continued(before: NDArray[np.bool_], numbers: NDArray[np.int64], window: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The tracks that a window's local speakers continue, int64 [3]; -1 for those who continue none.

    before: bool [frames, 3], the window before from where this one begins; numbers: its tracks.
    """
    from scipy.optimize import linear_sum_assignment

    current = np.full(LOCAL_SPEAKERS, -1, np.int64)
    shared = before.astype(np.int64).T @ window[: len(before)].astype(np.int64)
    for old, new in zip(*linear_sum_assignment(-shared), strict=True):
        if shared[old, new] >= MIN_SHARED_FRAMES:
            current[new] = numbers[old]
    return current


def newcomers(window: NDArray[np.bool_], numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The local speakers of a window who speak and have no track yet."""
    return np.flatnonzero(window.any(axis=0) & (numbers < 0))


def follow(windows: Windows) -> list[Track]:
    """The tracks of a recording, in order of their first window; see decide."""
    return list(decide(windows, stitch(windows)).values())


def decide(
    windows: Windows, numbers: Sequence[NDArray[np.int64]], *, count_bias: float = COUNT_BIAS
) -> dict[int, Track]:
    """The tracks by number, in order of their first window, cut to the number of speakers per frame.

    numbers: as stitch gives them. In each frame as many tracks are active as the covering windows count speakers on
    average; those that most windows agree on. No track is all silent.
    """
    scores = _scores(windows, numbers)
    counts = speaker_counts(windows, count_bias=count_bias)
    kept = {number: np.zeros(len(score), np.bool_) for number, (_, score) in scores.items()}
    alive: list[int] = []
    waiting = sorted(scores, key=lambda number: scores[number][0], reverse=True)
    for block in range(0, len(counts), BLOCK_FRAMES):
        end = min(block + BLOCK_FRAMES, len(counts))
        while waiting and scores[waiting[-1]][0] < end:
            alive.append(waiting.pop())
        alive = [number for number in alive if scores[number][0] + len(scores[number][1]) > block]
        _keep_strongest(alive, scores, counts[block:end], block, kept)
    return {number: Track(scores[number][0], active) for number, active in kept.items() if active.any()}


def speaker_counts(windows: Windows, *, count_bias: float = COUNT_BIAS) -> NDArray[np.int64]:
    """How many people speak in each frame of the common grid, int64 [frames]."""
    total, covered = np.zeros((2, windows.frames), np.float32)
    for start, window in zip(windows.starts, windows.active, strict=True):
        total[start : start + WINDOW_FRAMES] += window.sum(axis=1)
        covered[start : start + WINDOW_FRAMES] += 1
    return np.asarray(np.floor(total / covered + 0.5 + count_bias), np.int64)


def _scores(windows: Windows, numbers: Sequence[NDArray[np.int64]]) -> dict[int, tuple[int, NDArray[np.uint8]]]:
    """Of every track, its first frame and how many windows hear it in each of its frames."""
    windows_of: dict[int, list[tuple[int, int]]] = {}
    for index, row in enumerate(numbers):
        for local, number in enumerate(row):
            if number >= 0:
                windows_of.setdefault(int(number), []).append((index, local))
    scores = {}
    for number, members in windows_of.items():
        first, last = (int(windows.starts[members[end][0]]) for end in (0, -1))
        score = np.zeros(last - first + WINDOW_FRAMES, np.uint8)
        for index, local in members:
            at = windows.starts[index] - first
            score[at : at + WINDOW_FRAMES] += windows.active[index, :, local]
        scores[number] = (first, score)
    return scores


def _keep_strongest(
    alive: list[int],
    scores: dict[int, tuple[int, NDArray[np.uint8]]],
    counts: NDArray[np.int64],
    block: int,
    kept: dict[int, NDArray[np.bool_]],
) -> None:
    """Mark, in each frame of the block, the `counts` tracks with the highest scores as active."""
    if not alive:
        return
    end = block + len(counts)
    spans = [(max(scores[n][0], block), min(scores[n][0] + len(scores[n][1]), end)) for n in alive]
    votes = np.zeros((len(alive), len(counts)), np.int64)
    for row, (number, (low, high)) in enumerate(zip(alive, spans, strict=True)):
        start, score = scores[number]
        votes[row, low - block : high - block] = score[low - start : high - start]
    order = np.argsort(-votes, axis=0, kind="stable")
    rank = np.argsort(order, axis=0, kind="stable")
    chosen = (rank < counts) & (votes > 0)
    for row, (number, (low, high)) in enumerate(zip(alive, spans, strict=True)):
        start = scores[number][0]
        kept[number][low - start : high - start] = chosen[row, low - block : high - block]
