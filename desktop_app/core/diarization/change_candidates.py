"""Where in a clip a voice may change, from few embeddings: windows of the clip that are unlike their neighbours."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.likeness import reliability
from desktop_app.core.embedding.embedder import normalised
from desktop_app.core.embedding.voice_frames import VoiceFrames

MIN_PART_S = 0.7
"""Clean speech on either side of a change: the shortest that still tells voices apart."""
WINDOW_S = 2.0
"""Clean speech in a window."""
SUSPICIOUS_LIKENESS = 0.6
"""Windows less alike than this may be two voices: more than a change needs, as a window may hold some of both."""


def change_candidates(frames: VoiceFrames) -> NDArray[np.int64]:
    """The frames, in order, at which the voice may change. Windows are embedded once each, and none of a clip too short
    for two voices.

    Where two windows that follow each other are unlike, it is between their middles, or towards the end of the clip if
    one lies there. A window in which the voice changes is half like either neighbour, so the two around it are
    compared, too.
    """
    borders = _borders(frames)
    starts, ends = borders[:-1], borders[1:]
    if len(starts) < 2:
        return np.zeros(0, np.int64)
    middles = (starts + ends) // 2
    middles[0], middles[-1] = 0, len(frames)
    found = np.zeros(len(frames), np.bool_)
    for first in _unlike(frames, starts, ends, apart=1):
        found[middles[first] : middles[first + 1]] = True
    for first in _unlike(frames, starts, ends, apart=2):
        found[starts[first + 1] : ends[first + 1]] = True
    return np.flatnonzero(found)


def _borders(frames: VoiceFrames) -> NDArray[np.int64]:
    """The frames between windows of equally much clean speech, both ends of the clip among them."""
    whole_s = float(frames.clean_s(np.array([0]), np.array([len(frames)]))[0])
    windows = round(whole_s / WINDOW_S) if whole_s >= 2 * WINDOW_S else 1 + int(whole_s >= 2 * MIN_PART_S)
    inner = [int(frames.after(np.array([0]), whole_s * each / windows)[0]) for each in range(1, windows)]
    return np.array([0, *inner, len(frames)])


def _unlike(
    frames: VoiceFrames, starts: NDArray[np.int64], ends: NDArray[np.int64], *, apart: int
) -> NDArray[np.int64]:
    """The windows that are unlike the window so many after them."""
    rows, sure = normalised(frames.embed(starts, ends)), reliability(frames.clean_s(starts, ends))
    alike = (rows[:-apart] * rows[apart:]).sum(axis=1) / (sure[:-apart] * sure[apart:])
    return np.flatnonzero(alike < SUSPICIOUS_LIKENESS)
