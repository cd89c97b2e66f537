"""Half precision on a card: tried on the processor, which calculates in bfloat16 too, if slowly."""

from collections.abc import Sequence
from copy import copy
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from embedding.tiny_wespeaker import save_tiny_wespeaker
from numpy.typing import NDArray

from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.wespeaker_torch import WespeakerTorch
from desktop_app.core.models.forms import choose_form
from desktop_app.core.models.forms.model_forms import Choice, Form, original
from desktop_app.core.pipeline import workstation
from desktop_app.core.pipeline.card_precision import (
    PrecisionRecipe,
    card_precision,
    chosen,
    forget_card_precision,
)
from desktop_app.core.pipeline.check_speech import check_speech
from desktop_app.core.pipeline.workstation import load_wespeaker_torch
from desktop_app.core.store.settings import Device, Precision

pytestmark = pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return save_tiny_wespeaker(tmp_path_factory.mktemp("tiny"))


@cache
def _read(file: Path, sha256: str, precision: Precision) -> WespeakerTorch:
    return WespeakerTorch(file, sha256=sha256, device=Device.CPU, precision=precision)


class Loader:
    """Loads a tiny WeSpeaker, and remembers in which precision; half precision is off by so much."""

    def __init__(self, tiny: tuple[Path, str], *, off: float = 0.0, error: Exception | None = None) -> None:
        self._file, self._sha256 = tiny
        self._off, self._error = off, error
        self.loaded: list[Precision] = []

    def __call__(self, precision: Precision) -> WespeakerTorch:
        self.loaded.append(precision)
        made = copy(_read(self._file, self._sha256, precision))
        if precision is not Precision.FLOAT32:
            embed = made.embed
            made.embed = lambda clips: self._wrong(embed(clips))  # type: ignore[method-assign]
        return made

    def _wrong(self, embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
        if self._error is not None:
            raise self._error
        noise = np.random.default_rng(0).normal(0, self._off, embeddings.shape)
        return (embeddings + noise).astype(np.float32)


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half precision is as fast as on a card."""
    monkeypatch.setattr(choose_form, "relative_speed", lambda *_: 3.0)


def tried(load: Loader, models: Path, *precisions: Precision, card: str = "Card", sha256: str = "0" * 64) -> Choice:
    return card_precision(load, precisions or (Precision.BFLOAT16,), sha256=sha256, card=card, models=models)


@pytest.mark.usefixtures("fast")
def test_half_precision_that_agrees_is_used_and_remembered_for_this_card_and_model(
    tiny: tuple[Path, str], tmp_path: Path
) -> None:
    load = Loader(tiny)
    choice = tried(load, tmp_path)
    assert (choice.form, chosen(choice), choice.note) == (Form.BFLOAT16, Precision.BFLOAT16, "bfloat16")
    load.loaded.clear()
    assert tried(load, tmp_path) == choice
    assert load.loaded == []
    tried(load, tmp_path, card="Another card")
    tried(load, tmp_path, card="Another card", sha256="1" * 64)
    assert load.loaded.count(Precision.BFLOAT16) == 4  # of each, to compare embeddings and to hear people by


@pytest.mark.usefixtures("fast")
def test_half_precision_that_disagrees_is_refused_and_the_next_is_tried(tiny: tuple[Path, str], tmp_path: Path) -> None:
    load = Loader(tiny, off=0.05)
    choice = tried(load, tmp_path, Precision.BFLOAT16, Precision.FLOAT16)
    assert chosen(choice) is Precision.FLOAT32
    assert choice.note is not None
    assert choice.note.startswith("original form; bfloat16: its embeddings are too different (cosine ")
    assert "; float16: its embeddings are too different" in choice.note
    assert load.loaded == [Precision.FLOAT32, Precision.BFLOAT16, Precision.FLOAT16]


def test_half_precision_that_is_no_faster_is_refused(
    tiny: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose_form, "relative_speed", lambda *_: 1.2)
    choice = tried(Loader(tiny), tmp_path)
    assert chosen(choice) is Precision.FLOAT32
    assert choice.note == "original form; bfloat16: it is hardly faster on this card (1.20 times)"


@pytest.mark.usefixtures("fast")
def test_half_precision_that_fails_is_refused_with_its_reason(tiny: tuple[Path, str], tmp_path: Path) -> None:
    load = Loader(tiny, error=EmbeddingFailed("torch failed (no)"))
    assert tried(load, tmp_path).note == "original form; bfloat16: torch failed (no)"


class Recorded:
    """Stands in for WeSpeaker: says how it was loaded."""

    def __init__(self, file: Path, **options: object) -> None:
        self.options = options


@pytest.fixture
def on_card(tiny: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Precision]]:
    """A computer with a card, on which nothing is really tried; what was asked of a trial."""
    asked: list[Sequence[Precision]] = []

    def refused(_: object, precisions: Sequence[Precision], **__: object) -> Choice:
        asked.append(precisions)
        return original("bfloat16: no")

    class Found:
        files = ((tiny[0], type("Spec", (), {"sha256": tiny[1]})),)

    monkeypatch.setattr(workstation, "find_model", lambda _: Found)
    monkeypatch.setattr(workstation, "WespeakerTorch", Recorded)
    monkeypatch.setattr(workstation, "chosen_device", lambda device, **_: "cpu" if device is Device.CPU else "cuda")
    monkeypatch.setattr(workstation, "half_precisions", lambda: (Precision.BFLOAT16, Precision.FLOAT16))
    monkeypatch.setattr(workstation, "card_name", lambda: "Card")
    monkeypatch.setattr(workstation, "card_precision", refused)
    return asked


def test_on_a_card_a_precision_that_nobody_chose_is_tried_and_what_came_of_it_noted(
    on_card: list[Sequence[Precision]],
) -> None:
    options = load_wespeaker_torch(Device.AUTO, Precision.AUTO).options  # type: ignore[attr-defined]
    assert (options["precision"], options["note"]) == (Precision.FLOAT32, "original form; bfloat16: no")
    assert on_card == [(Precision.BFLOAT16, Precision.FLOAT16)]


@pytest.mark.parametrize(
    ("device", "precision"),
    [(Device.CPU, Precision.AUTO), (Device.AUTO, Precision.FLOAT32), (Device.CUDA, Precision.FLOAT16)],
)
def test_nothing_is_tried_on_the_processor_or_where_a_precision_was_chosen(
    on_card: list[Sequence[Precision]], device: Device, precision: Precision
) -> None:
    options = load_wespeaker_torch(device, precision).options  # type: ignore[attr-defined]
    assert (options["precision"], options.get("note")) == (precision, None)
    assert on_card == []


@pytest.mark.usefixtures("fast")
def test_a_trial_can_be_asked_for_again(
    tiny: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    load = Loader(tiny)
    for _ in range(2):
        forget_card_precision()
        card_precision(load, (Precision.BFLOAT16,), sha256="0" * 64, card="Card")
    assert load.loaded.count(Precision.BFLOAT16) == 4


def test_the_speed_is_told_by_as_many_pieces_as_keep_the_model_busy(tiny: tuple[Path, str]) -> None:
    model, given = Loader(tiny)(Precision.FLOAT32), []
    embed = model.embed
    model.embed = lambda clips: given.append([len(clip.samples) for clip in clips]) or embed(clips)  # type: ignore[method-assign]
    model.callers = 3
    PrecisionRecipe(Loader(tiny), (Form.BFLOAT16,), check_speech()).work(model)
    assert given == [[128_000] * 3]
