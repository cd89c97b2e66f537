"""All that is in the bundle and was made by others, found by looking at every file of it."""

import platform
import re
import sys
import sysconfig
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import Distribution, distribution
from pathlib import Path

from bundle.carried import carried_models, carried_recordings
from bundle.component import INNER, TEXTS, Component, Kind
from bundle.installed_packages import Packages, stated_version
from bundle.known_libraries import KnownLibrary, known_library
from bundle.library_versions import ffmpeg_build
from bundle.system_packages import SystemPackage, system_package
from desktop_app.core.models.file_state import sha256_of

BUILT_WITH = "pyinstaller"
_BEGINS = "What begins the application is its; the exception lets that be under any licence."
_OURS = re.compile(r"(desktop_app|diarist|licences)/|LICENSE$")
_LIBRARY = re.compile(r"\.(so|dylib|dll)\b")
_EXTENSION = re.compile(r"\.(abi3|cpython-[\w-]+)\.so$|\.pyd$")
_OF_PYTHON = re.compile(
    r"base_library\.zip$|python3\.\d+/|Python$|Python\.framework/|(lib)?python3[\d.]*\.(so|dylib|dll)|[^/]+\.pyd$"
)
_MICROSOFT = re.compile(r"(vcruntime|msvcp|ucrtbase|api-ms-win)[^/]*\.dll$", re.IGNORECASE)


class Unexplained(Exception):
    """Files of which nobody has said whose they are, or components without a licence."""


def inventory(folder: Path) -> list[Component]:
    """Every component of the application in `folder`, by kind and name; Unexplained if one is not known."""
    packages, found = Packages(TEXTS), _Found()
    for module in sorted(_modules(folder)):
        _sort_module(module, packages, found)
    inner = folder / INNER
    for path in sorted(inner.rglob("*")):
        if path.is_file() and not path.is_symlink():
            _sort_file(path.relative_to(inner).as_posix(), packages, found)
    components = [*_components(inner, packages, found), *carried_models(), *carried_recordings(inner)]
    nameless = [each.name for each in components if not each.licence]
    if found.unexplained or nameless:
        raise Unexplained(f"nobody has said whose these are: {found.unexplained}; without a licence: {nameless}")
    return sorted(components, key=lambda each: (list(Kind).index(each.kind), each.name.lower(), each.within))


class _Found:
    """What was found so far, by whom it is."""

    def __init__(self) -> None:
        self.packages: dict[str, list[str]] = defaultdict(list)
        self.libraries: dict[tuple[KnownLibrary, str], list[str]] = defaultdict(list)
        self.python: list[str] = []
        self.unexplained: list[str] = []


def _modules(folder: Path) -> Iterable[str]:
    from PyInstaller.archive.readers import CArchiveReader

    program = next(path for path in (folder / "diarist", folder / "diarist.exe") if path.is_file())
    archive = CArchiveReader(str(program))
    (name,) = (each for each in archive.toc if each.endswith(".pyz"))
    return archive.open_embedded_archive(name).toc


def _sort_module(module: str, packages: Packages, found: _Found) -> None:
    path = module.replace(".", "/")
    owner = packages.owner(f"{path}.py") or packages.owner(f"{path}/__init__.py")
    if owner is not None:
        found.packages[owner.name].append(f"{path}.pyc")
    elif not (module.startswith("_sysconfigdata_") or module.split(".")[0] in _known_roots() or packages.holds(path)):
        found.unexplained.append(module)


def _known_roots() -> frozenset[str]:
    ours = {"desktop_app", "diarist"}
    of_the_build = {"_pyi_rth_utils", "sitecustomize"}
    return sys.stdlib_module_names | ours | of_the_build


def _sort_file(file: str, packages: Packages, found: _Found) -> None:
    if _OURS.match(file):
        return
    owner = packages.owner(file) or packages.owner(re.sub(r"\.pyc$", ".py", file))
    library = known_library(file) if _LIBRARY.search(file) and not _EXTENSION.search(file) else None
    if library is not None and not (owner and _is_named_after(library, owner)):
        found.libraries[library, owner.name if owner else ""].append(file)
    elif owner is not None and not _is_foreign(file):
        found.packages[owner.name].append(file)
    elif _OF_PYTHON.match(file) or _MICROSOFT.match(file):
        found.python.append(file)
    else:
        found.unexplained.append(file)


def _is_named_after(library: KnownLibrary, owner: Distribution) -> bool:
    """Whether a package brings its own library."""
    return library.name.replace(" ", "").lower() == owner.name.lower()


def _is_foreign(file: str) -> bool:
    """Whether it lies where the tools that mend wheels put the libraries of others."""
    return re.match(r"[^/]+\.libs/|[^/]+/\.dylibs/", file) is not None


def _components(inner: Path, packages: Packages, found: _Found) -> Iterator[Component]:
    yield _python(found.python)
    for name, files in found.packages.items():
        yield packages.component(distribution(name), tuple(files))
    yield replace(packages.component(distribution(BUILT_WITH), ("diarist",)), note=_BEGINS)
    for (library, within), files in found.libraries.items():
        yield _library(inner, library, within, tuple(files))


def _library(inner: Path, library: KnownLibrary, within: str, files: tuple[str, ...]) -> Component:
    lent = None if within else system_package(Path(files[0]).name)
    stated = stated_version(distribution(within), library.name.rpartition(": ")[2]) if within else ""
    version = lent.version if lent else stated or _version(inner, library, files)
    note = library.note
    if library.name == "FFmpeg":
        built = next(file for file in files if "avcodec" in file)
        note = "Configured with: {}. It states of itself: {}.".format(*ffmpeg_build(inner / built))
    return Component(
        Kind.LIBRARY if within else Kind.SYSTEM,
        library.name,
        version,
        library.licence,
        lent.address if lent else library.source.format(version=version, series=version.rpartition(".")[0]),
        files,
        _texts(library, lent),
        within,
        note=note,
        sha256=sha256_of(inner / files[0]) if len(files) == 1 else "",
    )


def _version(inner: Path, library: KnownLibrary, files: tuple[str, ...]) -> str:
    told = (read(inner / file) for read in library.version for file in files)
    return next((each for each in told if each), "")


def _texts(library: KnownLibrary, lent: SystemPackage | None) -> tuple[Path, ...]:
    stated = (lent.text,) if lent and lent.text.is_file() else ()
    return (*stated, *(TEXTS / f"{each}.txt" for each in library.texts))


def _python(files: list[str]) -> Component:
    version = platform.python_version()
    lent = next((found for file in files if (found := system_package(Path(file).name))), None)
    own = (
        [lent.text]
        if lent
        else [Path(place, "LICENSE.txt") for place in (sys.base_prefix, sysconfig.get_path("stdlib"))]
    )
    source = lent.address if lent else f"https://www.python.org/ftp/python/{version}/Python-{version}.tar.xz"
    texts = tuple(path for path in own if path.is_file())
    return Component(Kind.PYTHON, "Python", version, "PSF-2.0", source, tuple(files), texts)
