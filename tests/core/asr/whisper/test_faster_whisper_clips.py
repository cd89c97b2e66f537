"""faster-whisper itself, with a tiny model."""

import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from models.packaged_recordings import READER, packaged_samples

from asr.tiny_whisper import write_tiny_whisper
from desktop_app.core.asr.whisper.clip_transcriber import TimedText
from desktop_app.core.asr.whisper.faster_whisper_clips import FasterWhisperClips
from desktop_app.core.asr.whisper.recogniser import Whisper
from desktop_app.core.transcript.values import Span

HISS = (0.1 * np.random.default_rng(1).standard_normal(16_000 * 5)).astype(np.float32)


@pytest.fixture(scope="module")
def clips(tiny_whisper: Path) -> FasterWhisperClips:
    return FasterWhisperClips(tiny_whisper, label="Tiny")


def said(clips: FasterWhisperClips, clip: np.ndarray = HISS, vocabulary: tuple[str, ...] = ()) -> list[TimedText]:
    return list(clips.transcribe(clip, language="de", vocabulary=vocabulary))


def test_a_clip_is_written_down_with_times_by_alignment(clips: FasterWhisperClips) -> None:
    texts = said(clips)
    assert [text.text for text in texts] == [" Hello", " world,", " and", " once", " again."]
    assert [text.start_s for text in texts] == pytest.approx([0.0, 0.4, 1.2, 1.6, 2.0], abs=0.05)
    assert all(text.probability > 0.9 for text in texts)


def test_the_languages_are_those_of_the_model_and_the_likeliest_is_told(clips: FasterWhisperClips) -> None:
    assert clips.languages == ("de", "en", "ja")
    chances = clips.language_chances(HISS)
    assert max(chances, key=chances.__getitem__) == "de"
    assert set(chances) == {"de", "en", "ja"}


def test_the_vocabulary_goes_as_far_as_there_is_room(clips: FasterWhisperClips) -> None:
    assert clips.fitting(("Kragsand", "<|endoftext|>", "Gesa")) == ("Kragsand", "Gesa")
    names = tuple(f"Name{number}" for number in range(100))
    fitting = clips.fitting(names)
    assert 10 <= len(fitting) < 20
    assert fitting == names[: len(fitting)]
    assert clips.fitting(("x" * 1000,)) == ()
    assert said(clips, vocabulary=fitting) == said(clips)


@pytest.mark.parametrize(("length_s", "passes"), [(2.9, 1), (4.0, 2)])
def test_what_comes_after_the_last_word_is_listened_to_only_where_it_is_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length_s: float, passes: int
) -> None:
    clips = FasterWhisperClips(write_tiny_whisper(tmp_path / "model", ends_s=None), label="Endless")
    heard: list[int] = []
    encode = clips._model.encode
    monkeypatch.setattr(clips._model, "encode", lambda features: heard.append(1) or encode(features))
    said(clips, HISS[: round(16_000 * length_s)])
    assert len(heard) == passes


@pytest.mark.parametrize("length", [1, 100, 800, 16_000 * 30])
def test_any_length_up_to_a_window_is_borne(clips: FasterWhisperClips, length: int) -> None:
    assert said(clips, np.resize(HISS, length)) is not None


def test_no_torch_is_imported_and_no_thread_stays(tiny_whisper: Path, clips: FasterWhisperClips) -> None:
    import subprocess

    code = (
        "import sys, threading, numpy as np; from pathlib import Path;"
        "from desktop_app.core.asr.whisper.faster_whisper_clips import FasterWhisperClips;"
        f"clips = FasterWhisperClips(Path({str(tiny_whisper)!r}), label='Tiny');"
        "clips.transcribe(np.full(16000, .1, np.float32), language='de', vocabulary=());"
        "assert not {'torch', 'transformers', 'nemo'} & set(sys.modules), 'torch';"
        "assert threading.active_count() == 1, threading.enumerate()"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
    before = threading.active_count()
    said(clips)
    assert threading.active_count() == before


def test_a_model_of_random_weights_gives_words_in_order_inside_the_recording(tmp_path: Path) -> None:
    noisy = Whisper(FasterWhisperClips(write_tiny_whisper(tmp_path / "noisy", noise=0.3), label="Noisy"), label="Noisy")
    samples = packaged_samples(READER)[: 16_000 * 20]
    blocks = noisy.recognise_recording(samples, [Span(0, 20_000)], on_progress=lambda _: None)
    words = [word for block in blocks for word in block]
    assert all(0 <= word.start_ms <= word.end_ms <= 20_000 for word in words)
    assert [word.start_ms for word in words] == sorted(word.start_ms for word in words)
