"""What the checkpoint's loader takes, and what it says to what it does not take."""

import hashlib
import os
import pickle
from importlib.util import find_spec
from pathlib import Path

import pytest
from embedding.tiny_wespeaker import MEL_BINS, save_checkpoint, save_tiny_wespeaker

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.torch import wespeaker_checkpoint
from desktop_app.core.models.torch.import_chain import import_pyannote
from desktop_app.core.models.torch.wespeaker_checkpoint import FILE_NAME, load_checkpoint

pytestmark = pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return save_tiny_wespeaker(tmp_path_factory.mktemp("tiny"))


def written(folder: Path, data: bytes) -> tuple[Path, str]:
    file = folder / FILE_NAME
    file.write_bytes(data)
    return file, hashlib.sha256(data).hexdigest()


def refusal(file: Path, sha256: str) -> str:
    with pytest.raises(ModelUnavailable) as refused:
        load_checkpoint(file, sha256=sha256)
    assert refused.value.model == "WeSpeaker (pyannote)"
    assert refused.value.hint == "Fetch it anew with: diarist models fetch wespeaker-voxceleb-resnet34-LM"
    assert "\n" not in refused.value.reason
    return refused.value.reason


class Marker:
    """A pickle that leaves a file behind when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_the_model_is_loaded_ready_to_infer(tiny: tuple[Path, str]) -> None:
    model = load_checkpoint(tiny[0], sha256=tiny[1])
    assert type(model).__name__ == "WeSpeakerResNet34"
    assert model.dimension == 256
    assert model.hparams.num_mel_bins == MEL_BINS
    assert not any(parameter.requires_grad for parameter in model.parameters())
    assert not any(module.training for module in model.modules())


def test_loading_leaves_torch_and_the_environment_as_they_were(tiny: tuple[Path, str]) -> None:
    import_pyannote()
    import torch

    def state() -> tuple[object, ...]:
        return (
            dict(os.environ),
            torch.load,
            torch.is_grad_enabled(),
            torch.get_num_threads(),
            torch.backends.cudnn.allow_tf32,
            torch.backends.cuda.matmul.allow_tf32,
            torch.random.get_rng_state().tolist(),
        )

    before = state()
    load_checkpoint(tiny[0], sha256=tiny[1])
    assert state() == before


def test_what_has_the_wrong_hash_is_never_unpickled(tmp_path: Path) -> None:
    file, _ = written(tmp_path, pickle.dumps(Marker(tmp_path / "unpickled")))
    assert "has the wrong hash" in refusal(file, "0" * 64)
    assert not (tmp_path / "unpickled").exists()


def test_the_bytes_that_were_checked_are_those_that_are_loaded(
    tiny: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, sha256 = written(tmp_path, tiny[0].read_bytes())

    def swapped(*, model: str) -> None:
        file.write_bytes(pickle.dumps(Marker(tmp_path / "unpickled")))

    import_pyannote()
    monkeypatch.setattr(wespeaker_checkpoint, "import_pyannote", swapped)  # between the check and the load
    assert load_checkpoint(file, sha256=sha256).dimension == 256
    assert not (tmp_path / "unpickled").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / FILE_NAME, "0" * 64) == f"{tmp_path / FILE_NAME} is missing"


def test_a_file_that_cannot_be_read_is_named_with_the_cause(tmp_path: Path) -> None:
    assert refusal(tmp_path, "0" * 64) == f"{tmp_path} cannot be read (Is a directory)"


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    assert refusal(*written(tmp_path, b"")).endswith(f"{FILE_NAME} is empty")


@pytest.mark.parametrize("kept", [0.5, 0.999])
def test_a_truncated_file_is_damaged_even_where_its_hash_is_what_was_asked_for(
    tiny: tuple[Path, str], tmp_path: Path, kept: float
) -> None:
    data = tiny[0].read_bytes()
    assert "is damaged" in refusal(*written(tmp_path, data[: int(kept * len(data))]))


@pytest.mark.parametrize("holding", [{"weights": [1, 2]}, [1, 2], "text", {"pyannote.audio": None}])
def test_a_pickle_of_something_else_holds_no_model(tmp_path: Path, holding: object) -> None:
    import torch

    torch.save(holding, tmp_path / "saved")
    reason = refusal(*written(tmp_path, (tmp_path / "saved").read_bytes()))
    assert reason.endswith("holds no model of pyannote.audio")


def test_a_model_of_another_kind_is_named(tmp_path: Path) -> None:
    import_pyannote()
    from pyannote.audio.models.segmentation import PyanNet

    reason = refusal(*save_checkpoint(PyanNet(), tmp_path))
    assert reason.endswith("holds the model PyanNet, which is not WeSpeaker")


def test_weights_that_do_not_fit_their_model_do_not_load(tiny: tuple[Path, str], tmp_path: Path) -> None:
    import torch

    checkpoint = torch.load(tiny[0], weights_only=False)
    checkpoint["state_dict"].popitem()
    torch.save(checkpoint, tmp_path / "saved")
    assert "does not load (" in refusal(*written(tmp_path, (tmp_path / "saved").read_bytes()))
