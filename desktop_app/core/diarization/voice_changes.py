"""Where one voice gives way to another inside a piece, though the segmentation heard a single speaker."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.change_candidates import MIN_PART_S, change_candidates
from desktop_app.core.diarization.likeness import reliability
from desktop_app.core.embedding.embedder import normalised
from desktop_app.core.embedding.voice_frames import VoiceFrames

CHANGE_LIKENESS = 0.4
"""Two parts less alike than this are two voices: one voice would have 1.0 on average, two about 0.15."""
NEARBY_S = 1.5
"""Clean speech close to a change that is compared too: a voice may come back further on."""
_COARSE = 2
"""Frames between the places that are looked at first."""
_COSTLY_COARSE = 4

_Places = NDArray[np.int64]


def voice_changes(frames: VoiceFrames) -> list[int]:
    """The frames at which another voice begins, in order; none where one voice speaks throughout.

    The clip is cut where its two sides, as a whole or close to the cut, are least alike, if they are two voices; then
    each side is looked at again. Of costly frames few are looked at: those where windows are unlike.
    """
    if frames.costly:
        return _changes_among(frames, change_candidates(frames), 0, len(frames))
    return _changes(frames, 0, len(frames))


def _changes(frames: VoiceFrames, start: int, end: int) -> list[int]:
    places = _places(frames, start, end)
    if not len(places):
        return []
    coarse = places[::_COARSE]
    near = coarse[int(_likeness(frames, start, coarse, end).argmin())]
    fine = places[np.abs(places - near) < _COARSE]
    likeness = _likeness(frames, start, fine, end)
    if likeness.min() > CHANGE_LIKENESS:
        return []
    cut = int(fine[int(likeness.argmin())])
    return [*_changes(frames, start, cut), cut, *_changes(frames, cut, end)]


def _changes_among(frames: VoiceFrames, suspicious: _Places, start: int, end: int) -> list[int]:
    """As _changes, at these frames: close to each first, and as a whole only where that is least alike."""
    places = _enough_around(frames, start, suspicious[(suspicious > start) & (suspicious < end)], end)
    if not len(places):
        return []
    coarse = places[::_COSTLY_COARSE]
    near = coarse[int(_close_likeness(frames, start, coarse, end).argmin())]
    fine = places[np.abs(places - near) < _COSTLY_COARSE][:: _COSTLY_COARSE // 2]
    cut = fine[[int(_close_likeness(frames, start, fine, end).argmin())]]
    if _likeness(frames, start, cut, end)[0] > CHANGE_LIKENESS:
        return []
    at = int(cut[0])
    before, after = (_changes_among(frames, suspicious, *side) for side in ((start, at), (at, end)))
    return [*before, at, *after]


def _places(frames: VoiceFrames, start: int, end: int) -> _Places:
    """The frames with enough clean speech on either side."""
    return _enough_around(frames, start, np.arange(start + 1, end), end)


def _enough_around(frames: VoiceFrames, start: int, places: _Places, end: int) -> _Places:
    before_s = frames.clean_s(np.full_like(places, start), places)
    after_s = frames.clean_s(places, np.full_like(places, end))
    return places[(before_s >= MIN_PART_S) & (after_s >= MIN_PART_S)]


def _likeness(frames: VoiceFrames, start: int, places: _Places, end: int) -> NDArray[np.float32]:
    """How alike the two sides of each place are, as a whole or close to it, whichever is less; float32 [places]."""
    near_starts, near_ends = _nearby(frames, start, places, end)
    starts, ends = np.full_like(places, start), np.full_like(places, end)
    compared = _compared(
        frames, np.concatenate([starts, near_starts]), np.tile(places, 2), np.concatenate([ends, near_ends])
    )
    return np.asarray(compared.reshape(2, -1).min(axis=0), np.float32)


def _close_likeness(frames: VoiceFrames, start: int, places: _Places, end: int) -> NDArray[np.float32]:
    near_starts, near_ends = _nearby(frames, start, places, end)
    return _compared(frames, near_starts, places, near_ends)


def _nearby(frames: VoiceFrames, start: int, places: _Places, end: int) -> tuple[_Places, _Places]:
    """Where what is close to each place begins and ends."""
    return np.maximum(start, frames.before(places, NEARBY_S)), np.minimum(end, frames.after(places, NEARBY_S))


def _compared(frames: VoiceFrames, starts: _Places, places: _Places, ends: _Places) -> NDArray[np.float32]:
    """How alike the stretches [start, place) and [place, end) are; float32 [places]. Each is embedded once."""
    stretches = np.array([np.concatenate([starts, places]), np.concatenate([places, ends])])
    distinct, which = np.unique(stretches, axis=1, return_inverse=True)
    before, after = np.split(normalised(frames.embed(*distinct))[which.ravel()], 2)
    expected = reliability(frames.clean_s(starts, places)) * reliability(frames.clean_s(places, ends))
    return np.asarray(np.nan_to_num((before * after).sum(axis=1) / expected, nan=1.0), np.float32)
