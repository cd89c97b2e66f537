"""The tiny Parakeet: trained once, and kept in pytest's cache for as long as its recipe stays the same."""

import hashlib
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from asr import tiny_onnx as tiny_onnx_files
from asr import tiny_parakeet
from desktop_app.core.asr.parakeet import Parakeet
from desktop_app.core.asr.parakeet_onnx.recogniser import ParakeetOnnx
from desktop_app.core.models.torch.import_chain import import_nemo


@dataclass(frozen=True)
class ModelOnDisk:
    """A .nemo file and the sha256 of its bytes."""

    path: Path
    sha256: str


def on_disk(path: Path) -> ModelOnDisk:
    return ModelOnDisk(path, hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.fixture(scope="session")
def tiny_model(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> ModelOnDisk:
    """The trained model; training it takes about a minute."""
    if not hasattr(tarfile, "data_filter"):
        pytest.skip("NeMo opens no model on a Python older than 3.11.4")
    cache = getattr(request.config, "cache", None)
    folder = cache.mkdir("tiny_parakeet") if cache else run_folder
    path = folder / f"{tiny_parakeet.recipe_hash()}.nemo"
    with FileLock(path.with_suffix(".lock")):  # another worker may be training it
        if not path.exists():
            _train(path, tmp_path_factory.mktemp("training"))
    return on_disk(path)


def _train(path: Path, scratch: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(variable, str(scratch / "home"))
        tiny_parakeet.train(scratch / "model.nemo", _made(scratch / "tokenizer"))
    beside = path.with_suffix(".part")
    beside.write_bytes((scratch / "model.nemo").read_bytes())
    beside.rename(path)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def parakeet(tiny_model: ModelOnDisk) -> Iterator[Parakeet]:
    """The trained model, loaded as any Parakeet is."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a model is slower on two
    yield Parakeet(tiny_model.path, sha256=tiny_model.sha256, device="cpu", label="Tiny Parakeet")
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def tiny_onnx(tiny_model: ModelOnDisk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the trained model, exported to ONNX."""
    folder = tmp_path_factory.mktemp("tiny_onnx")
    model = import_nemo().models.ASRModel.restore_from(str(tiny_model.path), map_location="cpu").eval()
    tiny_onnx_files.export(model, folder)
    return folder


@pytest.fixture(scope="session")
def parakeet_onnx(tiny_onnx: Path) -> ParakeetOnnx:
    """The same model on onnxruntime."""
    return ParakeetOnnx(list(tiny_onnx.iterdir()), sha256="0" * 64, label="Tiny Parakeet")
