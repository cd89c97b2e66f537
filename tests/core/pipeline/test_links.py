"""What `diarist doctor` says of every link, and when it says that something stands in for what was chosen."""

import sys
import tarfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from embedding.scripted_embedder import ScriptedEmbedder

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.manifest import WHISPER_SMALL
from desktop_app.core.pipeline import links
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.links import Check, check_links
from desktop_app.core.store.settings import (
    AsrEngine,
    AsrSettings,
    Device,
    EmbeddingSettings,
    EmbeddingSource,
    RemoteSettings,
    Settings,
)

NAMES = ["torch", "CUDA", "torchaudio", "pyannote", "nemo", "onnxruntime", "models", "microphone", "remote"]


def checked(settings: Settings, *, thorough: bool = False) -> Check:
    engines = Engines(settings, prepare=False)
    return check_links(engines, engine_statuses(engines, self_test=False), thorough=thorough)


def link(check: Check, name: str) -> tuple[bool, str, str]:
    (found,) = (link for link in check.links if link.name == name)
    return found.ok, found.detail, found.cure


def test_what_comes_along_needs_no_torch_and_nothing_stands_in_for_it() -> None:
    check = checked(Settings(embedding=EmbeddingSettings(device=Device.CPU)))
    assert [found.name for found in check.links] == NAMES
    assert check.needed == {"onnxruntime", "models"}
    assert not check.would_fall_back
    assert "not tried" in link(check, "torch")[1] or "not installed" in link(check, "torch")[1]
    assert link(check, "remote") == (True, "off: nothing is sent to another computer", "")


@pytest.mark.slow
def test_every_link_of_torch_s_world_is_really_imported_when_that_is_asked_for() -> None:
    check = checked(Settings(embedding=EmbeddingSettings(device=Device.CPU)), thorough=True)
    for name in ("torch", "torchaudio", "pyannote", "nemo"):
        ok, detail, _ = link(check, name)
        assert ok == (name != "nemo" or hasattr(tarfile, "data_filter")), detail


@pytest.mark.slow
def test_a_checkpoint_that_was_chosen_and_is_not_here_is_told_with_the_way_to_it() -> None:
    check = checked(Settings(embedding=EmbeddingSettings(EmbeddingSource.TORCH, Device.CPU)))
    assert check.would_fall_back
    assert {"torch", "torchaudio", "pyannote", "models"} <= check.needed
    assert "CUDA" not in check.needed
    ok, detail, cure = link(check, "models")
    assert (ok, detail) == (False, "WeSpeaker checkpoint: not installed")
    assert "diarist models fetch wespeaker-voxceleb-resnet34-LM" in cure
    (embedding,) = (status for status in check.engines if status.role == "embedding")
    assert embedding.usable
    assert embedding.device == "cpu"
    assert [(other.label, other.reason) for other in embedding.passed_over] == [
        ("WeSpeaker checkpoint", "the model is not installed")
    ]


@pytest.mark.slow
def test_words_have_no_stand_in_where_their_engine_was_chosen() -> None:
    check = checked(Settings(asr=AsrSettings(AsrEngine.PARAKEET, device=Device.CPU)))
    assert check.would_fall_back
    assert "nemo" in check.needed
    (asr,) = (status for status in check.engines if status.role == "asr")
    assert (asr.usable, asr.reason) == (False, "the model is not installed")


def test_a_whisper_that_is_here_without_its_library_is_told_with_the_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "smallest_whisper", lambda: WHISPER_SMALL)
    assert link(checked(Settings()), "whisper")[0]

    def missing(package: str) -> str:
        if package == "faster-whisper":
            raise PackageNotFoundError(package)
        return version(package)

    monkeypatch.setattr(links, "version", missing)
    check = checked(Settings(asr=AsrSettings(device=Device.CPU)))
    detail = "the package faster-whisper is not installed, and Whisper small needs it"
    cure = 'Install what is missing with: pip install "diarist[whisper]"'
    assert link(check, "whisper") == (False, detail, cure)
    assert "whisper" not in check.needed
    assert "whisper" in checked(Settings(asr=AsrSettings(AsrEngine.WHISPER))).needed


def test_a_library_of_whisper_that_does_not_import_is_found_out_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(links, "smallest_whisper", lambda: WHISPER_SMALL)
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    (quick,) = links._whisper(thorough=False)
    (thorough,) = links._whisper(thorough=True)
    assert (quick.ok, quick.tried) == (True, False)
    assert not thorough.ok
    assert thorough.detail.startswith("its library does not load (")


def test_a_remote_that_does_not_answer_is_told_and_only_a_chosen_one_counts(refused_port: int) -> None:
    remote = RemoteSettings(url=f"http://127.0.0.1:{refused_port}", allowed=True)
    cpu = EmbeddingSettings(device=Device.CPU)
    behind = checked(Settings(embedding=cpu, remote=remote))
    assert link(behind, "remote")[0] is False
    assert not behind.would_fall_back
    chosen = checked(Settings(embedding=EmbeddingSettings(EmbeddingSource.REMOTE, Device.CPU), remote=remote))
    assert chosen.would_fall_back
    assert "remote" in chosen.needed


def test_an_engine_that_is_not_usable_is_a_fall_back_even_if_every_link_holds(tmp_path: Path) -> None:
    engines = Engines(Settings(embedding=EmbeddingSettings(device=Device.CPU)), prepare=False)

    def missing() -> ScriptedEmbedder:
        raise ModelUnavailable("Ears", "they are missing", "Put them on")

    engines.sources["onnx"] = LazyEngine(missing)
    check = check_links(engines, engine_statuses(engines, self_test=False), thorough=False)
    assert check.would_fall_back
