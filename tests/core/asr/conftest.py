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
from asr.tiny_whisper import write_tiny_whisper
from desktop_app.core.asr.parakeet import Parakeet
from desktop_app.core.asr.parakeet_onnx.model_files import read_settings, transducer_files
from desktop_app.core.asr.parakeet_onnx.recogniser import ParakeetOnnx
from desktop_app.core.asr.whisper.faster_whisper_clips import FasterWhisperClips
from desktop_app.core.asr.whisper.recogniser import Whisper

CAN_OPEN = hasattr(tarfile, "data_filter")
"""Whether NeMo can open files with this Python."""


@dataclass(frozen=True)
class ModelOnDisk:
    """A .nemo file and the sha256 of its bytes."""

    path: Path
    sha256: str


def on_disk(path: Path) -> ModelOnDisk:
    return ModelOnDisk(path, hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.fixture(scope="session")
def tiny_parakeet_folder(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The trained model, as a .nemo file and exported to ONNX; training it takes about a minute."""
    cache = getattr(request.config, "cache", None)
    folder = (cache.mkdir("tiny_parakeet") if cache else run_folder) / tiny_parakeet.recipe_hash()
    with FileLock(folder.with_suffix(".lock")):  # another worker may be training it
        if not folder.exists():
            _train(tmp_path_factory.mktemp("training")).rename(folder)
    return folder


@pytest.fixture(scope="session")
def tiny_model(tiny_parakeet_folder: Path) -> ModelOnDisk:
    """The trained model as a .nemo file."""
    if not CAN_OPEN:
        pytest.skip("NeMo opens no model on a Python older than 3.11.4")
    return on_disk(tiny_parakeet_folder / "model.nemo")


@pytest.fixture(scope="session")
def tiny_onnx(tiny_parakeet_folder: Path) -> Path:
    """The folder of the trained model, exported to ONNX."""
    return tiny_parakeet_folder / "onnx"


def _train(scratch: Path) -> Path:
    """A folder with both."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(variable, str(scratch / "home"))
        model = tiny_parakeet.train(_made(scratch / "tokenizer"))
        made = _made(scratch / "made")
        if CAN_OPEN:
            model.save_to(str(made / "model.nemo"))
        tiny_onnx_files.export(model, _made(made / "onnx"))
    return made


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
def parakeet_onnx(tiny_onnx: Path) -> ParakeetOnnx:
    """The same model on onnxruntime."""
    files = transducer_files(tiny_onnx.iterdir(), "Tiny Parakeet")
    return ParakeetOnnx(files, read_settings(files, "Tiny Parakeet"), sha256="0" * 64, label="Tiny Parakeet")


@pytest.fixture(scope="session")
def tiny_whisper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a Whisper model that says one sentence of every clip."""
    return write_tiny_whisper(tmp_path_factory.mktemp("whisper") / "model")


@pytest.fixture(scope="session")
def whisper(tiny_whisper: Path) -> Whisper:
    """The same, loaded as any Whisper is."""
    return Whisper(FasterWhisperClips(tiny_whisper, label="Tiny Whisper"), label="Tiny Whisper")
