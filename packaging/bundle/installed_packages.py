"""The Python packages that the application is made of: which file is whose, and what each says of its licence."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from bundle.component import Component, Kind, Part

_IN_WORDS = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 3-clause license": "BSD-3-Clause",
    "bsd-3": "BSD-3-Clause",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
}
_LOOKED_UP = {
    # Their metadata has the whole text, or a clause of it that no expression has.
    "scipy": "BSD-3-Clause",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
_COMPILED_IN = {
    "lxml": (
        Part("libxml2", "", "MIT"),
        Part("libxslt", "", "MIT"),
        Part("GNU libiconv", "", "LGPL-2.1-or-later"),
        Part("zlib", "", "Zlib"),
    ),
    "moonshine-voice": (
        Part("Eigen", "", "MPL-2.0"),
        Part("KISS FFT", "", "BSD-3-Clause"),
        Part("JSON for Modern C++", "", "MIT"),
        Part("utf8proc", "", "MIT"),
    ),
    "onnxruntime": (Part("all that its ThirdPartyNotices.txt names", ""),),
    "soundfile": (
        Part("FLAC", "", "BSD-3-Clause"),
        Part("Ogg", "", "BSD-3-Clause"),
        Part("Vorbis", "", "BSD-3-Clause"),
        Part("Opus", "", "BSD-3-Clause"),
        Part("mpg123", "", "LGPL-2.1-only"),
        Part("LAME", "", "LGPL-2.0-or-later"),
    ),
    "soxr": (Part("libsoxr", "", "LGPL-2.1-or-later"), Part("PFFFT", "", "BSD-3-Clause")),
}
"""What packages do not state themselves in a machine's words."""
_MORE_TEXTS = {
    "flatbuffers": ("Apache-2.0",),
    "lxml": ("libxml2", "libxslt", "LGPL-2.1"),
    "moonshine-voice": ("eigen", "MPL-2.0", "kissfft", "nlohmann-json", "utf8proc"),
    "protobuf": ("protobuf",),
    "pyside6-essentials": ("qt", "LGPL-3", "GPL-3"),
    "shiboken6": ("LGPL-3", "GPL-3"),
    "soundfile": ("flac", "ogg", "vorbis", "opus", "mpg123", "lame", "LGPL-2"),
    "soxr": ("soxr",),
}
"""Texts that packages leave out, by their names in `packaging/licences/`."""
_A_TEXT = re.compile(r"(^|/)(licen[cs]e|copying|notice|thirdpartynotices)[^/]*$", re.IGNORECASE)
_NOT_A_TEXT = re.compile(r"\.(py|pyc|pyi|so|json)$")


class Packages:
    """The packages of the environment that this runs in."""

    def __init__(self, texts: Path) -> None:
        """texts: the folder of licence texts that packages leave out."""
        self._texts = texts
        self._owners = _owners()

    def owner(self, file: str) -> Distribution | None:
        """Whose a file or module is, by its place below the environment's packages."""
        return self._owners.get(file)

    def holds(self, folder: str) -> bool:
        """Whether anything lies in a folder: a namespace has no file of its own."""
        return any(file.startswith(f"{folder}/") for file in self._owners)

    def component(self, package: Distribution, files: tuple[str, ...]) -> Component:
        """The package as a part of the bundle, of which it is these files."""
        name = package.name
        more = tuple(self._texts / f"{each}.txt" for each in _MORE_TEXTS.get(_plain(name), ()))
        return Component(
            Kind.PACKAGE,
            name,
            package.version,
            licence(package),
            _home(package),
            files,
            (*_own_texts(package), *more),
            parts=(*_COMPILED_IN.get(_plain(name), ()), *_compiled_in(package)),
        )


def licence(package: Distribution) -> str:
    """What its metadata states, as an SPDX expression; '' where that cannot be told."""
    if looked_up := _LOOKED_UP.get(_plain(package.name)):
        return looked_up
    metadata = package.metadata
    classifiers = [each.rpartition(" :: ")[2] for each in metadata.get_all("Classifier") or () if "License" in each]
    for stated in (metadata.get("License-Expression"), metadata.get("License"), *classifiers):
        if stated and (expression := _expression(stated)):
            return expression
    return ""


def _expression(stated: str) -> str:
    stated = stated.strip()
    try:
        return canonicalize_license_expression(_IN_WORDS.get(stated.lower(), stated))
    except InvalidLicenseExpression:
        return ""


@cache
def _owners() -> dict[str, Distribution]:
    return {file.as_posix(): package for package in distributions() for file in package.files or ()}


def _own_texts(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        if _A_TEXT.search(file.as_posix()) and not _NOT_A_TEXT.search(file.name) and "/_vendor/" not in file.as_posix():
            path = Path(str(package.locate_file(file)))
            if path.is_file():
                yield path


def _home(package: Distribution) -> str:
    labelled = [each.split(", ", 1) for each in package.metadata.get_all("Project-URL") or ()]
    addresses = {label.strip().lower(): address.strip() for label, address in labelled}
    wanted = ("source", "source code", "code", "repository", "github", "homepage", "home")
    named = next((addresses[each] for each in wanted if each in addresses), "")
    return named or package.metadata.get("Home-page") or next(iter(addresses.values()), "")


def stated_version(package: Distribution, library: str) -> str:
    """What a package says of the version of a library that was put into it; '' where it says nothing."""
    return next((part.version for part in _stated_parts(package) if part.name == library), "")


def _compiled_in(package: Distribution) -> Iterator[Part]:
    """What the package says is inside its libraries; those of a system stand beside them."""
    return (part for part in _stated_parts(package) if not part.purl.startswith("pkg:rpm/"))


def _stated_parts(package: Distribution) -> Iterator[Part]:
    """What the package says in a bill of materials of its own."""
    for file in package.files or ():
        if "/sboms/" in file.as_posix() and file.suffix == ".json":
            for part in json.loads(file.read_text("utf-8")).get("components", ()):
                if _plain(part["name"]) != _plain(package.name):
                    purl = part.get("purl", "").partition("?")[0]
                    yield Part(part["name"], part.get("version", ""), _of_bill(part.get("licenses", ())), purl)


def _of_bill(licences: list[dict[str, dict[str, str] | str]]) -> str:
    stated = [each.get("expression") or each.get("license", {}) for each in licences]
    return " AND ".join(each if isinstance(each, str) else each.get("id", "") for each in stated)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
