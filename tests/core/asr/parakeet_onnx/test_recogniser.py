"""The tiny Parakeet on onnxruntime, on the recording it was trained on."""

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from models.packaged_recordings import READER, packaged_samples
from numpy.typing import NDArray

from asr.tiny_parakeet import FRAME_S, word_starts_s
from asr.two_cities import PHRASES, TEXT
from desktop_app.core.asr.parakeet_onnx.recogniser import ParakeetOnnx
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span, Word

pytestmark = pytest.mark.slow
SPEECH = [Span(round(phrase.start_s * 1000), round(phrase.end_s * 1000)) for phrase in PHRASES]
WITHOUT_TORCH = """
import sys
from pathlib import Path
import numpy as np
from desktop_app.core.asr.parakeet_onnx.model_files import read_settings, transducer_files
from desktop_app.core.asr.parakeet_onnx.recogniser import ParakeetOnnx
from desktop_app.core.transcript.values import Span
files = transducer_files(Path(sys.argv[1]).iterdir(), "Tiny")
parakeet = ParakeetOnnx(files, read_settings(files, "Tiny"), sha256="", label="Tiny")
sound = np.random.default_rng(0).normal(0, 0.1, 48_000).astype(np.float32)
list(parakeet.recognise_recording(sound, [Span(0, 3000)], vocabulary=["Lyte"], on_progress=lambda _: None))
print(*{name.split(".")[0] for name in sys.modules} & {"torch", "nemo", "sentencepiece", "omegaconf", "onnx"})
"""


def heard(
    parakeet: ParakeetOnnx, samples: NDArray[np.float32], speech: list[Span], vocabulary: tuple[str, ...] = ()
) -> list[Word]:
    blocks = parakeet.recognise_recording(samples, speech, vocabulary=vocabulary, on_progress=lambda _: None)
    return [word for block in blocks for word in block]


def text(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def test_every_word_is_written_down_where_it_was_said(parakeet_onnx: ParakeetOnnx) -> None:
    words = heard(parakeet_onnx, packaged_samples(READER), SPEECH)
    assert text(words) == TEXT
    apart_s = [abs(word.start_ms / 1000 - start_s) for word, start_s in zip(words, word_starts_s(), strict=True)]
    assert max(apart_s) <= 2 * FRAME_S


def test_a_word_of_the_vocabulary_wins_where_the_model_wavers_and_nowhere_else(parakeet_onnx: ParakeetOnnx) -> None:
    samples, speech = packaged_samples(READER)[: 17 * SAMPLE_RATE_HZ], SPEECH[:8]
    plain = heard(parakeet_onnx, samples, speech)
    (doubtful,) = (word for word in plain if word.text == "Light,")
    if (doubtful.confidence or 0.0) > 0.9:
        pytest.skip(f"trained on this processor, the model is sure of every word ({doubtful.confidence:.2f})")
    preferred = heard(parakeet_onnx, samples, speech, ("Lyte", "autumn", "  ", "日本"))
    assert text(preferred) == text(plain).replace("Light,", "Lyte,")
    assert heard(parakeet_onnx, samples, speech) == plain


def test_hours_are_heard_in_regions_of_less_than_half_a_minute(parakeet_onnx: ParakeetOnnx) -> None:
    clips: list[int] = []
    model = parakeet_onnx._decoder._model
    samples = np.tile(packaged_samples(READER), 4)
    with pytest.MonkeyPatch.context() as patch:
        hear = model.hear
        patch.setattr(model, "hear", lambda clip, *more, **named: clips.append(len(clip)) or hear(clip, *more, **named))
        heard(parakeet_onnx, samples, [Span(0, len(samples) * 1000 // SAMPLE_RATE_HZ)])
    assert 10 * SAMPLE_RATE_HZ < max(clips) <= 31 * SAMPLE_RATE_HZ


@pytest.mark.parametrize("length", [0, 1, 100, 800])
def test_the_shortest_sound_is_borne(parakeet_onnx: ParakeetOnnx, length: int) -> None:
    assert heard(parakeet_onnx, packaged_samples(READER)[80_000 : 80_000 + length], [Span(0, 1000)]) is not None


def test_silence_has_no_words(parakeet_onnx: ParakeetOnnx) -> None:
    assert heard(parakeet_onnx, np.zeros(5 * SAMPLE_RATE_HZ, np.float32), [Span(0, 5000)]) == []


def test_whoever_stops_leaves_no_thread_at_work(parakeet_onnx: ParakeetOnnx) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    before = threading.active_count()
    samples = np.tile(packaged_samples(READER), 3)
    speech = [Span(0, len(samples) * 1000 // SAMPLE_RATE_HZ)]
    with pytest.raises(KeyboardInterrupt):
        list(parakeet_onnx.recognise_recording(samples, speech, on_progress=stop))
    assert threading.active_count() == before


def test_it_needs_neither_torch_nor_nemo(tiny_onnx: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", WITHOUT_TORCH, str(tiny_onnx)], check=True, capture_output=True, text=True
    )
    assert found.stdout.strip() == ""
