"""Where one voice gives way to another inside a piece, though the segmentation heard a single speaker."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.likeness import reliability
from desktop_app.core.embedding.embedder import normalised
from desktop_app.core.embedding.voice_frames import VoiceFrames

CHANGE_LIKENESS = 0.4
"""Two parts less alike than this are two voices: one voice would have 1.0 on average, two about 0.15."""
MIN_PART_S = 0.7
"""Clean speech on either side of a change: the shortest that still tells voices apart."""
NEARBY_S = 1.5
"""Clean speech close to a change that is compared too: a voice may come back further on."""
WINDOW_S = 1.4
"""Clean speech in the windows that are compared first where every stretch costs a request."""
SUSPICIOUS_LIKENESS = 0.5
"""Windows less alike than this are worth a closer look: a stretch that is heard alone is told less surely."""

_Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """Where changes are looked for.

    worth: bool [frames], the frames at which one may be. coarse, fine: frames between the places that are looked at
    first, and then about the best of them.
    """

    worth: NDArray[np.bool_]
    coarse: int
    fine: int


def voice_changes(frames: VoiceFrames) -> list[int]:
    """The frames at which another voice begins, in order; none where one voice speaks throughout.

    The clip is cut where its two sides, as a whole or close to the cut, are least alike, if they are two voices; then
    each side is looked at again. Of costly frames only those are looked at where windows that follow each other are
    unlike.
    """
    if frames.costly:
        search = _Search(_suspicious(frames), coarse=4, fine=2)
    else:
        search = _Search(np.ones(len(frames), np.bool_), coarse=2, fine=1)
    return _changes(frames, search, 0, len(frames))


def _suspicious(frames: VoiceFrames) -> NDArray[np.bool_]:
    """The frames in windows that are unlike the next or the one after it; bool [frames].

    A window in which the voice changes is half like either neighbour, so the two around it are compared, too.
    """
    borders = _window_borders(frames)
    found = np.zeros(len(frames), np.bool_)
    starts, ends = borders[:-1], borders[1:]
    if len(starts) < 2:
        return found
    rows = normalised(frames.embed(starts, ends))
    sure = reliability(frames.clean_s(starts, ends))
    for apart in (1, 2):
        alike = (rows[:-apart] * rows[apart:]).sum(axis=1) / (sure[:-apart] * sure[apart:])
        for first in np.flatnonzero(alike < SUSPICIOUS_LIKENESS):
            found[starts[first] : ends[first + apart]] = True
    return found


def _window_borders(frames: VoiceFrames) -> _Places:
    """The frames between which about WINDOW_S of clean speech lies, as equal as can be."""
    whole_s = float(frames.clean_s(np.array([0]), np.array([len(frames)]))[0])
    windows = max(1, round(whole_s / WINDOW_S), int(whole_s >= 2 * MIN_PART_S) * 2)
    inner = [int(frames.after(np.array([0]), whole_s * each / windows)[0]) for each in range(1, windows)]
    return np.array([0, *inner, len(frames)])


def _changes(frames: VoiceFrames, search: _Search, start: int, end: int) -> list[int]:
    places = _places(frames, search, start, end)
    if not len(places):
        return []
    coarse = places[:: search.coarse]
    near = coarse[int(_likeness(frames, start, coarse, end).argmin())]
    fine = places[np.abs(places - near) < search.coarse][:: search.fine]
    likeness = _likeness(frames, start, fine, end)
    if likeness.min() > CHANGE_LIKENESS:
        return []
    cut = int(fine[int(likeness.argmin())])
    return [*_changes(frames, search, start, cut), cut, *_changes(frames, search, cut, end)]


def _places(frames: VoiceFrames, search: _Search, start: int, end: int) -> _Places:
    """The frames that are worth a look, with enough clean speech on either side."""
    places = start + 1 + np.flatnonzero(search.worth[start + 1 : end])
    before_s = frames.clean_s(np.full_like(places, start), places)
    after_s = frames.clean_s(places, np.full_like(places, end))
    return places[(before_s >= MIN_PART_S) & (after_s >= MIN_PART_S)]


def _likeness(frames: VoiceFrames, start: int, places: _Places, end: int) -> NDArray[np.float32]:
    """How alike the two sides of each place are, as a whole or close to it, whichever is less; float32 [places]."""
    whole = _compared(frames, np.full_like(places, start), places, np.full_like(places, end))
    close = _compared(
        frames,
        np.maximum(start, frames.before(places, NEARBY_S)),
        places,
        np.minimum(end, frames.after(places, NEARBY_S)),
    )
    return np.minimum(whole, close)


def _compared(frames: VoiceFrames, starts: _Places, places: _Places, ends: _Places) -> NDArray[np.float32]:
    """How alike the stretches [start, place) and [place, end) are; float32 [places]."""
    before, after = normalised(frames.embed(starts, places)), normalised(frames.embed(places, ends))
    expected = reliability(frames.clean_s(starts, places)) * reliability(frames.clean_s(places, ends))
    return np.asarray(np.nan_to_num((before * after).sum(axis=1) / expected, nan=1.0), np.float32)
