"""Files that are no Parakeet: each has its own sentence, and nothing is unpacked from a file of another hash."""

import errno
import io
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from asr.conftest import ModelOnDisk, on_disk
from desktop_app.core.asr.parakeet_file import load_parakeet
from desktop_app.core.models.errors import ModelUnavailable

pytestmark = pytest.mark.slow
LABEL = "Parakeet"


def refusal(file: ModelOnDisk) -> ModelUnavailable:
    with pytest.raises(ModelUnavailable) as caught:
        load_parakeet(file.path, sha256=file.sha256, label=LABEL)
    assert caught.value.model == LABEL
    assert "\n" not in caught.value.reason
    assert caught.value.hint
    return caught.value


def with_config(model: Path, file: Path, change: Callable[[str], str]) -> ModelOnDisk:
    """The model with another model_config.yaml."""
    with tarfile.open(model) as old, tarfile.open(file, "w") as new:
        for member in old.getmembers():
            found = old.extractfile(member)
            data = found.read() if found else b""
            if member.name.endswith("model_config.yaml"):
                changed = change(data.decode())
                assert changed != data.decode()
                data = changed.encode()
                member.size = len(data)
            new.addfile(member, io.BytesIO(data) if found else None)
    return on_disk(file)


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert refusal(ModelOnDisk(tmp_path / "no.nemo", "0" * 64)).reason.endswith("no.nemo is missing")


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.nemo").touch()
    assert refusal(on_disk(tmp_path / "a.nemo")).reason.endswith("is empty")


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(ModelOnDisk(tmp_path, "0" * 64)).reason


def test_a_file_of_another_hash_is_not_opened(tiny_model: ModelOnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr(tarfile, "open", opened)
    assert "has the wrong hash" in refusal(ModelOnDisk(tiny_model.path, "0" * 64)).reason


def test_the_hash_may_be_written_in_capitals(tiny_model: ModelOnDisk) -> None:
    assert load_parakeet(tiny_model.path, sha256=tiny_model.sha256.upper(), label=LABEL)


@pytest.mark.parametrize("share", [0.001, 0.3, 0.9])
def test_a_truncated_file_is_damaged(tiny_model: ModelOnDisk, tmp_path: Path, share: float) -> None:
    whole = tiny_model.path.read_bytes()
    (tmp_path / "a.nemo").write_bytes(whole[: int(len(whole) * share)])
    assert "is damaged, or no NeMo model" in refusal(on_disk(tmp_path / "a.nemo")).reason


@pytest.mark.skipif(not hasattr(tarfile, "data_filter"), reason="NeMo opens no model on a Python older than 3.11.4")
def test_bytes_of_no_kind_are_no_model(tmp_path: Path) -> None:
    (tmp_path / "a.nemo").write_bytes(b"no model at all " * 1000)
    assert "is damaged, or no NeMo model" in refusal(on_disk(tmp_path / "a.nemo")).reason


def test_an_archive_without_a_model_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    with tarfile.open(tmp_path / "a.nemo", "w") as archive:
        archive.add(tmp_path / "letter.txt", "letter.txt")
    refusal(on_disk(tmp_path / "a.nemo"))


def test_a_model_of_another_class_is_named(tiny_model: ModelOnDisk, tmp_path: Path) -> None:
    other = with_config(
        tiny_model.path, tmp_path / "a.nemo", lambda config: config.replace("EncDecRNNTBPEModel", "EncDecCTCModelBPE")
    )
    assert refusal(other).reason == "the file holds another model (EncDecCTCModelBPE)"


def test_a_transducer_without_durations_is_refused(tiny_model: ModelOnDisk, tmp_path: Path) -> None:
    def without(config: str) -> str:
        import yaml

        tree = yaml.safe_load(config)
        tree["decoding"]["durations"] = []
        return yaml.safe_dump(tree)

    assert "without durations" in refusal(with_config(tiny_model.path, tmp_path / "a.nemo", without)).reason


def test_a_model_for_another_sample_rate_is_refused(tiny_model: ModelOnDisk, tmp_path: Path) -> None:
    other = with_config(
        tiny_model.path, tmp_path / "a.nemo", lambda config: config.replace("sample_rate: 16000", "sample_rate: 8000")
    )
    assert "8000 Hz" in refusal(other).reason


def test_weights_that_do_not_fit_do_not_load(tiny_model: ModelOnDisk, tmp_path: Path) -> None:
    other = with_config(
        tiny_model.path, tmp_path / "a.nemo", lambda config: config.replace("joint_hidden: 64", "joint_hidden: 32")
    )
    assert "does not load" in refusal(other).reason


def test_a_disk_too_full_to_unpack_is_told_before_unpacking(
    tiny_model: ModelOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 1000))
    refused = refusal(tiny_model)
    assert tempfile.gettempdir() in refused.reason
    assert "0.0 GB are free" in refused.reason
    assert "TMPDIR" in refused.hint


def test_a_disk_that_fills_while_unpacking_is_told(tiny_model: ModelOnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    refused = refusal(tiny_model)
    assert "No space left on device" in refused.reason
    assert "TMPDIR" in refused.hint
