"""Tiny Sortformers, exported when they are first asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from models.packaged_recordings import DIALOGUE, packaged_samples

from desktop_app.core.diarization.sortformer.engine import Sortformer
from desktop_app.core.diarization.sortformer.schedule import Schedule
from desktop_app.core.models.file_state import sha256_of
from desktop_app.core.models.forms.model_forms import original
from desktop_app.core.pipeline.joint_form_check import people_heard
from diarization.sortformer import tiny_sortformer

if TYPE_CHECKING:
    from nemo.collections.asr.models import SortformerEncLabelModel


@dataclass(frozen=True)
class Pair:
    """A model in NeMo, and the same as a file for onnxruntime."""

    in_nemo: "SortformerEncLabelModel"
    file: Path

    def engine(self, schedule: Schedule) -> Sortformer:
        """The file's engine; NeMo hears in the same portions from now on."""
        tiny_sortformer.adopt(self.in_nemo, schedule)
        return Sortformer(self.file, sha256=sha256_of(self.file), label="Tiny Sortformer", schedule=schedule)


@pytest.fixture(scope="session")
def taught_file(request: pytest.FixtureRequest, run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that knows the dialogue: taught once, and kept in pytest's cache while its recipe is the same."""
    cache = getattr(request.config, "cache", None)
    folder = (cache.mkdir("tiny_sortformer") if cache else run_folder) / tiny_sortformer.recipe_hash()
    with FileLock(folder.with_suffix(".lock")):  # another worker may be teaching it
        if not folder.exists():
            made = tmp_path_factory.mktemp("taught")
            dialogue = packaged_samples(DIALOGUE)
            model = tiny_sortformer.taught(dialogue, people_heard(original(), dialogue))
            tiny_sortformer.export(model, made / "model.onnx")
            made.rename(folder)
    return folder / "model.onnx"


@pytest.fixture(scope="session")
def pair_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Pair]:
    """By the seed of its weights."""
    made: dict[int, Pair] = {}

    def pair(seed: int) -> Pair:
        if seed not in made:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
                model = tiny_sortformer.untaught(seed=seed)
                file = tmp_path_factory.mktemp("sortformer") / "model.onnx"
                tiny_sortformer.export(model, file)
            made[seed] = Pair(model, file)
        return made[seed]

    return pair
