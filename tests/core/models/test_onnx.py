import pickle
from pathlib import Path

import pytest

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.manifest import SEGMENTATION
from desktop_app.core.models.onnx import require_sound_version, single_threaded_session
from desktop_app.core.models.packaged_models import packed_model


def test_a_carried_model_makes_a_session() -> None:
    session = single_threaded_session(packed_model(SEGMENTATION), SEGMENTATION.label)
    assert [output.name for output in session.get_outputs()] == ["segmentation"]


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"^Ears: onnxruntime refuses the model"):
        single_threaded_session(tmp_path / "none.onnx", "Ears")


@pytest.mark.parametrize("model", [b"", b"not a model", b"\x18\0\0\0ORTM" + bytes(64)])
def test_bytes_that_are_no_model_are_refused_by_name(model: bytes) -> None:
    with pytest.raises(ModelUnavailable, match=r"^Ears: onnxruntime refuses the model .*pip install") as refused:
        single_threaded_session(model, "Ears")
    assert refused.value.model == "Ears"


def test_half_a_model_is_refused() -> None:
    half = packed_model(SEGMENTATION)[: SEGMENTATION.files[0].size // 2]
    with pytest.raises(ModelUnavailable, match="refuses the model"):
        single_threaded_session(half, SEGMENTATION.label)


def test_what_is_wrong_with_a_model_travels_between_processes() -> None:
    error = ModelUnavailable("Ears", "they are missing", "Put them on")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.model, copy.reason, copy.hint, str(copy)) == ("Ears", "they are missing", "Put them on", str(error))


@pytest.mark.parametrize("version", ["1.24.1", "1.25.0", "1.25.2", "1.26.0"])
def test_versions_that_break_transducers_are_refused(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onnxruntime.__version__", version)
    with pytest.raises(ModelUnavailable, match=f"onnxruntime {version} is known to break"):
        require_sound_version("Parakeet")


@pytest.mark.parametrize("version", ["1.22.0", "1.24.2", "1.26.1", "1.32.0"])
def test_others_are_not(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onnxruntime.__version__", version)
    require_sound_version("Parakeet")
