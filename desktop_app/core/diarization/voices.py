"""What was heard in a recording, before it is decided who spoke: all that a new decision needs, in a few megabytes."""

import io
import zipfile
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.errors import DiarizationError
from desktop_app.core.diarization.pieces import Piece
from desktop_app.translation import tr

FORMAT = "diarist-voices/1"
"""Raised when the meaning of the fields, of a piece or of an embedding changes."""
_FIELDS = ("track", "start", "length", "active", "clean", "embeddings", "duration_ms")


@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """The pieces of speech of a recording and the voice heard in each.

    pieces: ordered by start. embeddings: float32 [pieces, dimension], rows of length 1; NaN where a piece was too
    short to be told. One with too little clean speech was told by all that is heard in it. duration_ms: the
    recording's length.
    """

    pieces: tuple[Piece, ...]
    embeddings: NDArray[np.float32]
    duration_ms: int

    @property
    def told(self) -> NDArray[np.bool_]:
        """Bool [pieces]: whose voice was told."""
        return np.asarray(np.isfinite(self.embeddings).all(axis=1))


def pack_voices(voices: Voices) -> bytes:
    """The voices as bytes: compressed, under a kilobyte a piece. Embeddings lose half their digits."""
    masks = [
        np.concatenate([getattr(piece, name) for piece in voices.pieces] or [np.zeros(0, np.bool_)])
        for name in ("active", "clean")
    ]
    archive = io.BytesIO()
    np.savez_compressed(
        archive,
        format=np.array(FORMAT),
        track=np.array([piece.track for piece in voices.pieces], np.int32),
        start=np.array([piece.start for piece in voices.pieces], np.int32),
        length=np.array([len(piece.active) for piece in voices.pieces], np.int32),
        active=np.packbits(masks[0]),
        clean=np.packbits(masks[1]),
        embeddings=voices.embeddings.astype(np.float16),
        duration_ms=np.array(voices.duration_ms, np.int64),
    )
    return archive.getvalue()


def unpack_voices(data: bytes) -> Voices:
    """The voices that pack_voices packed. DiarizationError where the bytes are damaged or of another format."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            found = str(archive["format"])
            if found != FORMAT:
                reason = tr(
                    "the voices are of the format '{found}'; this version knows '{known}'", found=found, known=FORMAT
                )
                raise DiarizationError(reason)
            return _voices(*(archive[name] for name in _FIELDS))
    except (ValueError, KeyError, EOFError, OSError, zipfile.BadZipFile) as error:
        raise DiarizationError(tr("the voices cannot be read ({error})", error=error)) from error


def _voices(
    track: NDArray[np.int32],
    start: NDArray[np.int32],
    length: NDArray[np.int32],
    active: NDArray[np.uint8],
    clean: NDArray[np.uint8],
    embeddings: NDArray[np.float16],
    duration_ms: NDArray[np.int64],
) -> Voices:
    total = int(length.sum())
    if not len(track) == len(start) == len(length) == len(embeddings) or (length < 1).any():
        raise ValueError(tr("its parts do not fit together"))
    ends = np.cumsum(length)
    masks = [np.unpackbits(bits, count=total).astype(np.bool_) for bits in (active, clean)]
    pieces = tuple(
        Piece(int(track[i]), int(start[i]), *(mask[ends[i] - length[i] : ends[i]] for mask in masks))
        for i in range(len(track))
    )
    vectors = embeddings.astype(np.float32)
    return Voices(pieces, vectors / np.linalg.norm(vectors, axis=1, keepdims=True), int(duration_ms))
