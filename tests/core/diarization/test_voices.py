import io

import numpy as np
import pytest

from desktop_app.core.diarization.errors import DiarizationError
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.voices import FORMAT, Voices, pack_voices, unpack_voices
from diarization.unit_vectors import around


def some_voices(pieces: int = 12) -> Voices:
    drawn = np.random.default_rng(3)
    cut = []
    for index in range(pieces):
        active = drawn.random(int(drawn.integers(5, 400))) < 0.9
        cut.append(Piece(index % 3, 150 * index, active, active & (drawn.random(len(active)) < 0.8)))
    embeddings = around(pieces, 1, noise=0.1)
    embeddings[1::4] = np.nan
    return Voices(tuple(cut), embeddings, duration_ms=61_234)


def test_packed_voices_come_back_as_they_were() -> None:
    voices = some_voices()
    found = unpack_voices(pack_voices(voices))
    assert found.duration_ms == voices.duration_ms
    for piece, other in zip(found.pieces, voices.pieces, strict=True):
        assert (piece.track, piece.start) == (other.track, other.start)
        assert np.array_equal(piece.active, other.active)
        assert np.array_equal(piece.clean, other.clean)
    assert np.array_equal(found.told, voices.told)
    assert np.allclose(found.embeddings, voices.embeddings, atol=1e-3, equal_nan=True)
    assert np.linalg.norm(found.embeddings[found.told], axis=1) == pytest.approx(1.0, abs=1e-6)


def test_a_recording_without_speech_can_be_packed() -> None:
    nothing = Voices((), np.zeros((0, 256), np.float32), duration_ms=5000)
    found = unpack_voices(pack_voices(nothing))
    assert (found.pieces, found.embeddings.shape, found.duration_ms) == ((), (0, 256), 5000)


def test_three_hours_fit_into_a_few_megabytes() -> None:
    assert len(pack_voices(some_voices(4000))) < 4_000_000


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: b"x" + data[9:]]
)
def test_damaged_bytes_are_refused_in_a_sentence(damage: object) -> None:
    assert callable(damage)
    with pytest.raises(DiarizationError, match="cannot be read"):
        unpack_voices(damage(pack_voices(some_voices())))


def test_another_format_is_refused_by_its_name() -> None:
    archive = io.BytesIO()
    np.savez(archive, format=np.array("diarist-voices/9"))
    with pytest.raises(DiarizationError, match=rf"diarist-voices/9.*{FORMAT}"):
        unpack_voices(archive.getvalue())


def test_parts_that_do_not_fit_together_are_refused() -> None:
    with np.load(io.BytesIO(pack_voices(some_voices()))) as packed:
        fields = dict(packed)
    fields["track"] = fields["track"][:-1]
    archive = io.BytesIO()
    np.savez(archive, **fields)
    with pytest.raises(DiarizationError, match="do not fit together"):
        unpack_voices(archive.getvalue())
