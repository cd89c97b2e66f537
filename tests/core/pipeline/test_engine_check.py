"""The test of a fetched engine: on a scripted one, and what is kept of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from asr.scripted_recording_recogniser import ScriptedRecordingRecogniser

from desktop_app.core.models.engine_test import kept_test
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engine_check import TEXT, require_passed, share_wrong, take_test
from desktop_app.core.transcript.values import EngineUse, Word

READ = TEXT.split()


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


class Reader(ScriptedRecordingRecogniser):
    """Writes down the reader, so well; counts how often it does."""

    def __init__(self, texts: Sequence[str], *, end_ms: int = 44_000, note: str | None = None) -> None:
        super().__init__()
        self.use = EngineUse("asr", "Reader", "cpu", "0" * 64, note)
        self._words = [
            Word(text, number * end_ms // len(texts), (number + 1) * end_ms // len(texts), 0.9)
            for number, text in enumerate(texts)
        ]
        self.times = 0

    def recognise_recording(self, *_: object, **__: object) -> Iterator[tuple[Word, ...]]:
        self.times += 1
        yield tuple(self._words)


@pytest.mark.parametrize(
    ("found", "expected", "wrong"),
    [
        ("it was the best", "It was the best,", 0),
        ("it was best", "it was the best", 1 / 4),
        ("it was the very best", "it was the best", 1 / 4),
        ("it is the best", "it was the best", 1 / 4),
        ("", "it was the best", 1),
        ("one two three four five six", "it was", 3),
        ("in short the", "in short - the", 0),
    ],
)
def test_words_are_wrong_that_have_to_be_changed_added_or_left_out(found: str, expected: str, wrong: float) -> None:
    assert share_wrong(found.split(), expected.split()) == pytest.approx(wrong)


def test_an_engine_that_writes_down_what_is_read_passes_and_its_speed_is_told() -> None:
    clock = iter([100.0, 104.0])
    wrong, speed, fault = take_test(Reader(READ), clock=lambda: next(clock))
    assert (wrong, fault) == (0, None)
    assert speed == pytest.approx(44.37 / 4, abs=0.05)


@pytest.mark.parametrize(
    ("reader", "fault"),
    [
        (Reader(["what"] * 90), "of 100 known words it had 100 wrong"),
        (Reader([*READ[: len(READ) // 2]]), "of 100 known words it had 50 wrong"),
        (Reader([]), "of 100 known words it had 100 wrong"),
        (Reader(READ, end_ms=50_000), "its words are not timed within the sound"),
    ],
)
def test_one_that_does_not_fails_and_it_is_told_why(reader: Reader, fault: str) -> None:
    with pytest.raises(ModelUnavailable, match=fault) as failed:
        require_passed("model", "0" * 64, reader, runtime="onnxruntime")
    assert failed.value.model == "Reader"
    with pytest.raises(ModelUnavailable, match=fault):
        require_passed("model", "0" * 64, reader, runtime="onnxruntime")
    assert reader.times == 1


def test_it_is_taken_once_for_the_same_weights_in_the_same_form() -> None:
    reader, other_form = Reader(READ), Reader(READ, note="8-bit")
    first = require_passed("model", "0" * 64, reader, runtime="onnxruntime")
    assert require_passed("model", "0" * 64, reader, runtime="onnxruntime") == first
    assert reader.times == 1
    require_passed("model", "1" * 64, reader, runtime="onnxruntime")
    assert reader.times == 2
    require_passed("model", "1" * 64, other_form, runtime="onnxruntime")
    assert other_form.times == 1
    assert kept_test("model", "0" * 64) is None
    found = kept_test("model", "1" * 64)
    assert found is not None
    assert found.circumstances.startswith("8-bit, onnxruntime")
