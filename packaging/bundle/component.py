"""One thing that is in the bundle and was made by others."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

INNER = "_internal"
"""The folder of an application that holds all but its program."""


TEXTS = Path(__file__).parents[1] / "licences"
"""Texts of licences that packages leave out."""


class Kind(StrEnum):
    """What it is, as the page of third parties groups it."""

    PYTHON = "Python"
    PACKAGE = "Python packages"
    LIBRARY = "Libraries inside the packages"
    SYSTEM = "Libraries of the system that it was made on"
    MODEL = "Models"
    RECORDING = "Recordings"


@dataclass(frozen=True, slots=True)
class Part:
    """What was compiled into a component, as its package states. licence: an SPDX expression, '' where unstated."""

    name: str
    version: str
    licence: str = ""
    purl: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A component of the bundle.

    version: '' where nothing tells it; licence: an SPDX expression; source: an address from which its exact source is
    had. files: their places in the bundle; texts: of its licence, where they lie on this machine. within: the package
    that brought it. credit: whom its licence asks to name; note: what else is to be known.
    """

    kind: Kind
    name: str
    version: str
    licence: str
    source: str = ""
    files: tuple[str, ...] = ()
    texts: tuple[Path, ...] = ()
    within: str = ""
    credit: str = ""
    note: str = ""
    sha256: str = ""
    parts: tuple[Part, ...] = ()
