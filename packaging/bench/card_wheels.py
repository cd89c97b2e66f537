"""What a machine with a card and without a network is brought: wheels, models, recordings; and putting them in place.

What torch brings stays as it is there. `moonshine_voice` comes as a folder of its models alone: the wheel is 56 MB.
"""

import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from bench.errors import LeftOut
from bench.places import data_folder

WANTED = (
    *("av", "cryptography", "filelock", "httpx2", "huggingface_hub", "keyring", "numpy", "onnx", "onnxruntime"),
    *("platformdirs", "py3langid", "scipy", "soundfile", "soxr", "threadpoolctl", "tomlkit", "sounddevice"),
    *("fastapi", "python-multipart", "uvicorn", "pyannote.audio", "pyannote.metrics", "nemo_toolkit"),
)
"""What is measured needs these, and what they need."""
OF_TORCH = {"torch", "torchaudio", "torchcodec", "torchvision", "triton"}
_OF_CUDA = ("nvidia-", "cuda-")
"""Names that begin so. All these are there, or of no use without the torch that they were built for."""
_PLATFORMS = (
    *(f"manylinux_2_{number}_x86_64" for number in (17, 24, 27, 28, 31, 34, 35)),
    *("manylinux1_x86_64", "manylinux2010_x86_64", "manylinux2014_x86_64"),
)
_WHEELS, _MODELS, _DATA = "wheels", "models", "data"
_NEMO = "nemo_toolkit"


def download(folder: Path, *, python: str, there: Collection[str]) -> Path:
    """Bring it all into the folder; this may reach for the network. LeftOut if a wheel cannot be had.

    python: the version there, as 3.12. there: packages that it has. Packages are of the versions that are here.
    """
    wheels = folder / _WHEELS
    wheels.mkdir(parents=True, exist_ok=True)
    needed = sorted(_closure(WANTED, {*map(_plain, there), *_needs_of("torch")}))
    pip, plain = [sys.executable, "-m", "pip"], ["--quiet", "--disable-pip-version-check", "--no-deps"]
    target = ["--only-binary=:all:", "--implementation=cp", f"--python-version={python}"]
    platforms = [f"--platform={name}" for name in _PLATFORMS]
    fetch = [*pip, "download", *plain, *target, *platforms, "--dest", str(wheels)]
    make = [*pip, "wheel", *plain, "--wheel-dir", str(wheels)]  # of plain Python, published as source alone
    missing = [name for name in needed if _failed([*fetch, name]) and _failed([*make, name])]
    if missing:
        print("no wheel for: " + ", ".join(missing), file=sys.stderr)
    _copy_models(folder / _MODELS)
    _copy_data(folder / _DATA)
    return folder


def install(folder: Path, place: Path) -> Path:
    """Make an environment there that has torch's too, with the wheels of the folder, without a network; its Python.

    LeftOut if pip refuses.
    """
    python = place / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", place], check=True)
    _reach(place, (folder / _MODELS).resolve())
    wheels = sorted(str(path) for path in (folder / _WHEELS).glob("*.whl"))
    command = [str(python), "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile"]
    if wheels and _failed([*command, "--disable-pip-version-check", *wheels]):
        raise LeftOut("The wheels cannot be installed; the terminal says why.")
    return python


def data_in(folder: Path) -> Path:
    """The folder of recordings; it need not be there."""
    return folder / _DATA


def checkpoint_in(folder: Path) -> Path:
    """WeSpeaker's file; it need not be there."""
    return folder / _MODELS / "pytorch_model.bin"


def _reach(place: Path, models: Path) -> None:
    """Have the models found as packages are, and what this Python has: an environment that is made from within another
    has the system's packages, not the other's."""
    (site,) = (place / "lib").glob("python*/site-packages")
    outer = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (site / "outer.pth").write_text("\n".join([str(models), *outer]) + "\n", encoding="utf-8")


def _closure(names: Sequence[str], without: Collection[str]) -> Iterator[str]:
    """'name==version' of all of them, and of what they need, as it is here."""
    seen = set(without)
    todo = list(names)
    while todo:
        name = todo.pop()
        if _plain(name) in seen | OF_TORCH or _plain(name).startswith(_OF_CUDA):
            continue
        seen.add(_plain(name))
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another platform, or not needed here either
        yield f"{found.metadata['Name']}=={found.version}"
        todo += _requirements(name, extras=("asr",) if _plain(name) == _plain(_NEMO) else ())


def _requirements(name: str, extras: Sequence[str] = ()) -> Iterator[str]:
    from packaging.requirements import Requirement

    for line in distribution(name).requires or []:
        each = Requirement(line)
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield each.name


def _needs_of(name: str) -> set[str]:
    return {_plain(each.partition("==")[0]) for each in _all_needs(name)}


def _all_needs(name: str) -> Iterator[str]:
    try:
        return _closure(list(_requirements(name)), ())
    except PackageNotFoundError:
        return iter(())


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _failed(command: Sequence[str]) -> bool:
    return bool(subprocess.run(command, check=False).returncode)


def _copy_models(folder: Path) -> None:
    """The carried models' bytes under the name of the library that holds them, the recordings, the checkpoint."""
    from desktop_app.core.models.errors import ModelUnavailable
    from desktop_app.core.models.locate_model import find_model
    from desktop_app.core.models.manifest import SEGMENTATION, SILERO_VAD, WESPEAKER, WESPEAKER_CHECKPOINT
    from desktop_app.core.models.packaged_models import PACKAGE, packed_model, speech_recordings

    package = folder / PACKAGE
    (package / "assets").mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text('"""The models of moonshine-voice alone."""\n', encoding="utf-8")
    packed = b"".join(packed_model(spec) for spec in (SEGMENTATION, WESPEAKER, SILERO_VAD))
    (package / "libmoonshine.so").write_bytes(packed)
    for path in speech_recordings():
        shutil.copyfile(path, package / "assets" / path.name)
    try:
        ((file, _),) = find_model(WESPEAKER_CHECKPOINT).files
    except ModelUnavailable as missing:
        print(missing, file=sys.stderr)
    else:
        shutil.copyfile(file, folder / "pytorch_model.bin")


def _copy_data(folder: Path) -> None:
    source, target = data_folder() / "conversations", folder / "conversations"
    target.mkdir(parents=True, exist_ok=True)
    for path in (*source.glob("*.wav"), *source.glob("*.rttm")):
        shutil.copyfile(path, target / path.name)
