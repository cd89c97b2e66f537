"""The chain of imports as it really is: every test in an interpreter and a home of its own."""

import logging
import os
import subprocess
import sys
import tarfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from desktop_app.core.models.link import Link
from desktop_app.core.models.silence_output import quiet_stderr
from desktop_app.core.models.torch import cuda, import_chain
from desktop_app.core.models.torch.broken_import import EXTRA
from desktop_app.core.models.torch.cuda import without_device
from desktop_app.installation import how_to_add, how_to_renew

pytestmark = pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed")
ROOT = Path(__file__).parents[4]
NEMO_OPENS_MODELS = hasattr(tarfile, "data_filter")
BEGIN = """
import os, socket, sys, threading

tried = []

def refuse(*arguments):
    tried.append(arguments)
    raise OSError("no network in tests")

def guarded(self, address, connect=socket.socket.connect):
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        refuse(address)
    connect(self, address)

socket.socket.connect = guarded
socket.getaddrinfo = socket.gethostbyname = refuse

from desktop_app.core.models.torch.import_chain import *
from desktop_app.core.models.torch.import_chain import missing_extension
"""
THE_WHOLE_WAY = """
from pathlib import Path
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.wespeaker_torch import WespeakerTorch
from desktop_app.core.store.settings import Device
from embedding.tiny_wespeaker import save_tiny_wespeaker
from models.packaged_recordings import READER, packaged_samples
import numpy as np

file, sha256 = save_tiny_wespeaker(Path(sys.argv[1]))
samples = packaged_samples(READER)[32000:80000]
(voice,) = WespeakerTorch(file, sha256=sha256, device=Device.CPU).embed([Clip(samples, ((0, len(samples)),))])
assert voice.shape == (256,) and np.isfinite(voice).all(), voice
"""
SILENT = """
from pyannote.audio.telemetry.metrics import is_metrics_enabled
assert not is_metrics_enabled()
assert os.environ["HF_HUB_OFFLINE"] == os.environ["TRANSFORMERS_OFFLINE"] == "1"
assert threading.active_count() == 1, threading.enumerate()
assert not tried, tried
"""


def run(code: str, folder: Path, *, first_on_path: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """Run code in a new interpreter: its home and its argument are the folder."""
    paths = [first_on_path, ROOT, ROOT / "tests", ROOT / "tests" / "core"]
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("HF_", "XDG_", "PYANNOTE", "MPL"))
    }
    environment = {
        **kept,
        "HOME": str(folder),
        "USERPROFILE": str(folder),
        "PYTHONPATH": os.pathsep.join(str(path) for path in paths if path is not None),
    }
    return subprocess.run(
        [sys.executable, "-c", BEGIN + code, str(folder)],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def succeeded(result: "subprocess.CompletedProcess[str]") -> str:
    """What it printed; the test fails with its traceback if it failed, or said anything on stderr."""
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def shadowed(folder: Path, package: str, source: str) -> Path:
    """A folder with a broken package of this name."""
    (folder / "first" / package).mkdir(parents=True)
    (folder / "first" / package / "__init__.py").write_text(source)
    return folder / "first"


def as_if_missing(package: str) -> str:
    return f"raise ModuleNotFoundError({f'No module named {package}'!r}, name={package!r})"


@pytest.mark.slow
def test_the_whole_chain_holds_up_to_the_embedding_of_real_speech(tmp_path: Path) -> None:
    result = run("prepare_imports()\nimport pyannote.audio\nimport_pyannote()\n" + THE_WHOLE_WAY + SILENT, tmp_path)
    assert result.returncode == 0, result.stderr
    assert not [path for path in tmp_path.rglob("*") if path.name in {".lhotse", ".config", "huggingface"}]


@pytest.mark.slow
@pytest.mark.skipif(not NEMO_OPENS_MODELS, reason="NeMo opens no model on a Python older than 3.11.4")
def test_the_whole_chain_holds_with_nemo_which_says_nothing_and_leaves_no_folder_in_the_home(tmp_path: Path) -> None:
    nemo_first = "import_nemo()\nimport lhotse\nsys.stderr.write('NeMo is there\\n')\nimport_pyannote()\n"
    result = run(nemo_first + THE_WHOLE_WAY + SILENT, tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stderr.startswith("NeMo is there\n")
    assert not list(tmp_path.rglob(".lhotse"))


@pytest.mark.slow
def test_several_threads_may_import_at_once_and_every_link_is_then_named_in_order_with_its_version(
    tmp_path: Path,
) -> None:
    code = """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as pool:
    found = list(pool.map(lambda load: load().__name__, [import_pyannote, import_torch] * 2))
print(*found)
for link in chain_links(): print(link.name, link.ok, link.detail, sep='|')
assert not tried
"""
    found, *said = succeeded(run(code, tmp_path)).splitlines()
    assert found.split() == ["pyannote.audio", "torch"] * 2
    links = dict(zip(("torch", "CUDA", "torchaudio", "pyannote", "nemo"), said, strict=True))
    assert [line.split("|")[0] for line in links.values()] == list(links)
    assert links["torch"] == f"torch|True|{version('torch')}"
    assert links["torchaudio"].startswith("torchaudio|True|2.")
    assert links["pyannote"].startswith("pyannote|True|4.")
    assert links["nemo"].startswith(f"nemo|{NEMO_OPENS_MODELS}|3.")


def test_a_python_on_which_nemo_opens_no_model_is_told(tmp_path: Path) -> None:
    on_an_older_python = "import tarfile\nvars(tarfile).pop('data_filter', None)\n"
    refused = "from desktop_app.core.models.errors import ModelUnavailable\n"
    refused += "try: import_nemo(model='Parakeet')\nexcept ModelUnavailable as failure: print(failure)"
    said = succeeded(run(on_an_older_python + refused, tmp_path))
    assert said == "Parakeet: NeMo opens no model on a Python older than 3.11.4. Update Python\n"


@pytest.mark.slow
def test_a_package_that_is_missing_or_breaks_is_named_with_who_needs_it_or_what_it_says(tmp_path: Path) -> None:
    """One after another, in an interpreter in which each is mended before the next is broken."""
    code = f"""
import importlib, shutil
from pathlib import Path
from desktop_app.core.models.errors import ModelUnavailable

def tell(package, source, **whose):
    broken = Path(sys.argv[1], "first", package)
    broken.mkdir()
    (broken / "__init__.py").write_text(source)
    importlib.invalidate_caches()
    for attempt in range(2):
        try:
            import_pyannote(**whose)
        except ModelUnavailable as failure:
            print(failure.model, failure.reason, failure.hint, failure, sep="|")
    shutil.rmtree(broken)

tell("torch_audiomentations", {as_if_missing("torch_audiomentations")!r}, model="WeSpeaker")
tell("torch_audiomentations", "raise OSError('libfilters.so: cannot\\\\nopen')")
tell("opentelemetry", {as_if_missing("opentelemetry")!r}, model="WeSpeaker")
assert not tried, tried
"""
    (tmp_path / "first").mkdir()
    said = succeeded(run(code, tmp_path, first_on_path=tmp_path / "first")).splitlines()
    add, renew = how_to_add(EXTRA), how_to_renew('"diarist[workstation]"')
    told = []
    for model, reason, hint in (
        ("WeSpeaker", "torch_audiomentations is missing, which pyannote.audio needs", add),
        ("pyannote.audio", "torch_audiomentations does not import (libfilters.so: cannot open)", renew),
        ("WeSpeaker", "opentelemetry is missing, which pyannote.audio needs", add),
    ):
        told += [f"{model}|{reason}|{hint}|{model}: {reason}. {hint}"] * 2
    assert said == told


@pytest.mark.slow
def test_a_torchaudio_that_is_a_stub_is_the_broken_link(tmp_path: Path) -> None:
    code = "print(*(f'{link.name}|{link.ok}|{link.detail}' for link in chain_links()), sep='\\n')"
    shadow = shadowed(tmp_path, "torchaudio", "__version__ = '2.11.0'")
    said = succeeded(run(code, tmp_path, first_on_path=shadow)).splitlines()
    assert said[0].startswith("torch|True|")
    for line, name in zip(said[2:4], ("torchaudio", "pyannote"), strict=True):
        assert line.startswith(f"{name}|False|")
        assert line.endswith("torchaudio.compliance is missing")


@pytest.mark.slow
def test_torchaudio_does_without_an_extension_that_does_not_load(tmp_path: Path) -> None:
    """Whatever this machine's own does: a loader that refuses stands before it."""
    code = """
import torch
def refuse(path):
    raise OSError(f"Could not load this library: {path}") from OSError("libc10_cuda.so: cannot open")
torch.ops.load_library = refuse
from pathlib import Path
glob = Path.glob
prepare_imports()
prepare_imports()
import torchaudio.compliance.kaldi
print(missing_extension())
assert Path.glob is glob
assert not torchaudio._extension._IS_TORCHAUDIO_EXT_AVAILABLE
"""
    assert succeeded(run(code, tmp_path)).strip() == "libc10_cuda.so: cannot open"


def test_a_card_that_torch_cannot_use_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    none = without_device("2.13.0+cpu", built_for=None, card=False)
    assert (none.ok, none.detail, none.cure) == (True, "no CUDA device: this torch is built for the processor", "")
    assert without_device("2.13.0", built_for="12.8", card=False).detail.endswith("this torch is built for CUDA 12.8")
    for_processor = without_device("2.13.0+cpu", built_for=None, card=True)
    assert not for_processor.ok
    assert "built for the processor alone" in for_processor.detail
    assert "pytorch.org" in for_processor.cure
    monkeypatch.setattr(cuda, "_fault", lambda: "the driver is too old")
    too_old = without_device("2.13.0", built_for="12.8", card=True)
    assert (too_old.ok, too_old.detail.split(", ")[1]) == (
        False,
        "but torch 2.13.0 cannot use it (the driver is too old)",
    )
    monkeypatch.setattr(cuda, "_fault", lambda: "")
    unseen = without_device("2.13.0", built_for="12.8", card=True)
    assert (unseen.ok, unseen.detail) == (False, "there is an NVIDIA card, but torch 2.13.0 does not find it")


def test_what_is_written_to_the_standard_error_goes_into_the_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG), quiet_stderr():
        os.write(2, b"chatter\n")
    os.write(2, b"an error\n")
    assert capfd.readouterr().err == "an error\n"
    assert "chatter" in caplog.text


def test_an_extension_that_torchaudio_does_without_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_chain, "missing_extension", lambda: "libcudart.so.13: cannot open shared object file")
    monkeypatch.setattr(import_chain, "version", lambda _: "2.11.0")
    link = import_chain._link("torchaudio", "torchaudio", lambda: None)
    assert link == Link("torchaudio", ok=True, detail="2.11.0, without its compiled extension, which is not needed")
