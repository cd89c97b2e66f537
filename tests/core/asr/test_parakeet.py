"""A real Parakeet, but tiny, on the recording it was trained on."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from models.packaged_recordings import READER, packaged_samples
from numpy.typing import NDArray

from asr.conftest import ModelOnDisk
from asr.tiny_parakeet import FRAME_S, word_starts_s
from asr.two_cities import PHRASES, TEXT
from desktop_app.core.asr.parakeet import Parakeet
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.values import Span, Word

pytestmark = pytest.mark.slow
SPEECH = [Span(round(phrase.start_s * 1000), round(phrase.end_s * 1000)) for phrase in PHRASES]


def heard(
    parakeet: Parakeet, samples: NDArray[np.float32], speech: list[Span], vocabulary: tuple[str, ...] = ()
) -> list[Word]:
    blocks = parakeet.recognise_recording(samples, speech, vocabulary=vocabulary, on_progress=lambda _: None)
    return [word for block in blocks for word in block]


def text(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def cut(start_s: float, end_s: float) -> NDArray[np.float32]:
    return packaged_samples(READER)[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]


@pytest.fixture(scope="module")
def read(parakeet: Parakeet) -> list[Word]:
    """The words of the whole recording."""
    return heard(parakeet, packaged_samples(READER), SPEECH)


@pytest.fixture
def wavering(read: list[Word]) -> None:
    """The model is taught two spellings of one word; what it learns of that depends on how its processor rounds."""
    (doubtful,) = (word for word in read if word.text == "Light,")
    if (doubtful.confidence or 0.0) > 0.85:
        pytest.skip(f"trained on this processor, the model is sure of every word ({doubtful.confidence:.2f})")


def test_every_word_is_written_down(read: list[Word]) -> None:
    assert text(read) == TEXT


def test_every_word_is_where_it_was_said_to_two_frames(read: list[Word]) -> None:
    apart_s = [abs(word.start_ms / 1000 - start_s) for word, start_s in zip(read, word_starts_s(), strict=True)]
    assert max(apart_s) <= 2 * FRAME_S
    assert all(FRAME_S * 1000 <= word.end_ms - word.start_ms <= 1000 for word in read)


@pytest.mark.usefixtures("wavering")
def test_every_word_has_a_confidence_and_the_doubtful_one_a_low_one(read: list[Word]) -> None:
    confidences = {word.text: word.confidence or 0.0 for word in read}
    assert confidences["Light,"] < 0.9 < confidences["incredulity,"] <= 1
    assert all(0 < confidence <= 1 for confidence in confidences.values())


@pytest.mark.usefixtures("wavering")
def test_a_word_of_the_vocabulary_wins_where_the_model_wavers_and_nowhere_else(parakeet: Parakeet) -> None:
    samples, speech = cut(0, 17), SPEECH[:8]
    plain = heard(parakeet, samples, speech)
    preferred = heard(parakeet, samples, speech, ("Lyte", "autumn", "  ", "日本"))
    assert text(preferred) == text(plain).replace("Light,", "Lyte,")
    assert heard(parakeet, samples, speech) == plain


def test_a_recording_in_pieces_has_the_same_words_at_the_same_times(parakeet: Parakeet, read: list[Word]) -> None:
    # After the word that the model wavers at: what surrounds that one may turn it.
    from_ms, to_ms = 14_800, 22_650
    later = [Span(span.start_ms - from_ms, span.end_ms - from_ms) for span in SPEECH[7:11]]
    words = heard(parakeet, cut(from_ms / 1000, to_ms / 1000), later)
    expected = [word for word in read if from_ms < word.start_ms < to_ms]
    assert text(words) == text(expected)
    moved_ms = [abs(word.start_ms + from_ms - other.start_ms) for word, other in zip(words, expected, strict=True)]
    assert max(moved_ms) <= 80


def test_the_words_of_a_short_clip_are_where_they_are_said(parakeet: Parakeet) -> None:
    words = heard(parakeet, cut(29.0, 29.7), [Span(120, 580)])
    assert text(words) == "In short,"
    assert [word.start_ms / 1000 + 29 for word in words] == pytest.approx([29.2, 29.27], abs=2 * FRAME_S)
    assert words[-1].end_ms <= 700


def test_clips_together_give_the_same_pieces_as_alone(parakeet: Parakeet) -> None:
    model = parakeet._decoder._model
    clips = [cut(12.9, 17), cut(8.5, 13), cut(29.0, 29.7), cut(0.5, 8.5)]
    together = [[(piece.text, piece.frame) for piece in found] for found in model.hear(clips)]
    assert together == [[(piece.text, piece.frame) for piece in model.hear([clip])[0]] for clip in clips]


def test_silence_has_no_words(parakeet: Parakeet) -> None:
    assert heard(parakeet, np.zeros(5 * SAMPLE_RATE_HZ, np.float32), [Span(0, 5000)]) == []


@pytest.mark.parametrize("length", [0, 1, 100, 1280])
def test_the_shortest_sound_is_borne(parakeet: Parakeet, length: int) -> None:
    assert heard(parakeet, cut(5, 6)[:length], [Span(0, 1000)]) is not None


def test_a_recording_mapped_from_disk_is_heard(parakeet: Parakeet, tmp_path: Path) -> None:
    cut(0, 6.4).tofile(tmp_path / "samples")
    mapped = np.memmap(tmp_path / "samples", np.float32, "r")
    assert text(heard(parakeet, mapped, SPEECH[:3])).endswith("age of wisdom,")


@pytest.mark.usefixtures("wavering")
def test_threads_take_turns_and_disturb_nobody(parakeet: Parakeet) -> None:
    samples, speech = cut(0, 17), SPEECH[:8]
    asked = [(), ("Lyte",)] * 2
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda words: text(heard(parakeet, samples, speech, words)), asked))
    assert len(set(found)) == 2
    assert all(("Lyte" in each) == bool(words) for each, words in zip(found, asked, strict=True))


def test_it_says_what_it_is(parakeet: Parakeet, tiny_model: ModelOnDisk) -> None:
    use = parakeet.use
    assert (use.role, use.name, use.device, use.sha256) == ("asr", "Tiny Parakeet", "cpu", tiny_model.sha256)
    assert use.note is None
    assert parakeet.languages == ("en",)


def test_half_precision_hears_the_same_and_is_told(tiny_model: ModelOnDisk) -> None:
    half = Parakeet(tiny_model.path, sha256=tiny_model.sha256, device="cpu", precision="bfloat16")
    assert half.use.note == "bfloat16"
    assert text(heard(half, cut(4.7, 8.5), [Span(340, 1440), Span(1980, 3280)])).startswith("it was the age of")


def test_a_card_that_is_not_there_is_an_error(tiny_model: ModelOnDisk) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a card")
    with pytest.raises(ModelUnavailable, match="CUDA"):
        Parakeet(tiny_model.path, sha256=tiny_model.sha256, device="cuda")


def test_nothing_is_left_behind_and_nothing_is_printed(
    tiny_model: ModelOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    folder = Path.cwd()
    parakeet = Parakeet(tiny_model.path, sha256=tiny_model.sha256, device="cpu")
    heard(parakeet, cut(4.7, 8.5), [Span(340, 1440)], ("Lyte",))
    assert list(tmp_path.iterdir()) == []
    assert Path.cwd() == folder
    assert capfd.readouterr() == ("", "")
