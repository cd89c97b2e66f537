"""What the segmentation takes for speech, asked about once more: throbbing noise, sirens and barks are nobody's, and a
blip or a breath before the first word is no speech yet."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.pieces import Piece, cut_at
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES, frame_to_samples, seconds_to_frames
from desktop_app.core.models.usable_cores import usable_cores

_SILENT_FRAMES = seconds_to_frames(0.3)
"""After so much silence it is asked where speech begins."""
_LATEST_FRAMES = seconds_to_frames(2.0)
"""It begins so much later at most."""
_EARLY_FRAMES = seconds_to_frames(0.15)
"""The segmentation may be so much early: it hears first breaths and soft consonants, and sees ahead."""
_LEAD_FRAMES = seconds_to_frames(0.05)
"""What is left in front of the place where speech is heard."""
_BLOCK = 128
"""Pieces that are asked about at a time."""


class SecondOpinion(Protocol):
    """What somebody else says of moments of a recording, float32 [n], 16 kHz. Asked from several threads at once."""

    def is_anybody(self, samples: NDArray[np.float32], first: int, last: int) -> bool:
        """Whether somebody speaks from one place to another."""
        ...

    def onset(self, samples: NDArray[np.float32], first: int, last: int) -> int | None:
        """The place from which on somebody is heard, between two; None if nobody is."""
        ...


def spoken(pieces: Sequence[Piece], samples: NDArray[np.float32], opinion: SecondOpinion) -> list[Piece]:
    """The pieces in which somebody speaks, without what is before the first word after a silence.

    pieces: ordered by start. samples: the whole recording.
    """
    return [piece for block in spoken_blocks(pieces, samples, opinion) for piece in block]


def spoken_blocks(
    pieces: Sequence[Piece], samples: NDArray[np.float32], opinion: SecondOpinion
) -> Iterator[list[Piece]]:
    """The same, some at a time: those that are found are worked on while the next are asked about."""

    def sure(piece: Piece) -> bool:
        return opinion.is_anybody(samples, frame_to_samples(piece.start), frame_to_samples(piece.end))

    def begun(start: int) -> int:
        first = frame_to_samples(start)
        heard = opinion.onset(samples, first, frame_to_samples(start + _LATEST_FRAMES))
        late = 0 if heard is None else (heard - first) // FRAME_STEP_SAMPLES
        return start + late - _LEAD_FRAMES if late > _EARLY_FRAMES else start

    reach, begin = -_SILENT_FRAMES, 0
    with ThreadPoolExecutor(usable_cores()) as pool:
        for at in range(0, len(pieces), _BLOCK):
            block = pieces[at : at + _BLOCK]
            kept = [piece for piece, stays in zip(block, pool.map(sure, block), strict=True) if stays]
            onsets, reach = _onsets(kept, reach)
            parts, begin = _from(kept, dict(zip(onsets, pool.map(begun, onsets), strict=True)), begin)
            yield parts


def _onsets(pieces: Sequence[Piece], reach: int) -> tuple[list[int], int]:
    """The frames at which a piece ends a silence, and where the last of them all ends; reach: of those before."""
    onsets = []
    for piece in pieces:
        if piece.start - reach >= _SILENT_FRAMES:
            onsets.append(piece.start)
        reach = max(reach, piece.end)
    return onsets, reach


def _from(pieces: Sequence[Piece], begun: Mapping[int, int], begin: int) -> tuple[list[Piece], int]:
    """The pieces without what is before the frame at which the last silence before them really ends, and that frame;
    begin: of those before."""
    parts = []
    for piece in pieces:
        begin = max(begin, begun.get(piece.start, 0))
        if begin < piece.end:
            parts.append(cut_at(piece, [begin - piece.start])[-1])
    return parts, begin
