"""Which version a shared library is, asked of the library itself."""

import ctypes
import re
from collections.abc import Callable
from pathlib import Path

Reader = Callable[[Path], str]
"""Takes a library's path, and gives its version or ''."""


def called(symbol: str) -> Reader:
    """A function that gives a text."""

    def read(path: Path) -> str:
        function = getattr(_loaded(path), symbol, None)
        if function is None:
            return ""
        function.restype = ctypes.c_char_p
        return _number((function(None) or b"").decode())

    return read


def stored(symbol: str) -> Reader:
    """A variable that points to a text."""

    def read(path: Path) -> str:
        try:
            return _number((ctypes.c_char_p.in_dll(_loaded(path), symbol).value or b"").decode())
        except ValueError:
            return ""

    return read


def packed(symbol: str) -> Reader:
    """A function that gives a whole number with a byte for each part of the version."""

    def read(path: Path) -> str:
        function = getattr(_loaded(path), symbol, None)
        return ".".join(map(str, int(function()).to_bytes(3))) if function else ""

    return read


def major_and_minor(major: str, minor: str) -> Reader:
    """Two functions, a whole number each."""

    def read(path: Path) -> str:
        library = _loaded(path)
        if not (hasattr(library, major) and hasattr(library, minor)):
            return ""
        return f"{getattr(library, major)()}.{getattr(library, minor)()}"

    return read


def written(pattern: bytes) -> Reader:
    """A text among the library's bytes; the pattern's group is the version."""

    def read(path: Path) -> str:
        found = re.search(pattern, path.read_bytes())
        return found[1].decode() if found else ""

    return read


def packed_variable(symbol: str) -> Reader:
    """A whole number as `packed` has it, in a variable."""

    def read(path: Path) -> str:
        try:
            return ".".join(map(str, ctypes.c_int.in_dll(_loaded(path), symbol).value.to_bytes(3)))
        except ValueError:
            return ""

    return read


def in_file_name(path: Path) -> str:
    """What stands behind `.so.`; '' on systems that do not write it there."""
    return path.name.partition(".so.")[2]


def interface(path: Path) -> str:
    """The same, of a library that counts its interface's versions apart from its own."""
    number = in_file_name(path)
    return f"interface {number}" if number else ""


def ffmpeg_build(avcodec: Path) -> tuple[str, str]:
    """How FFmpeg was configured, and the licence that it believes to be under."""
    library = _loaded(avcodec)
    library.avcodec_configuration.restype = ctypes.c_char_p
    library.avcodec_license.restype = ctypes.c_char_p
    return library.avcodec_configuration().decode(), library.avcodec_license().decode()


def _loaded(path: Path) -> ctypes.CDLL:
    return ctypes.CDLL(str(path))


def _number(text: str) -> str:
    """The version in a sentence such as 'libopus 1.6.1'."""
    found = re.search(r"\d+(\.\d+)+\S*", text)
    return found[0] if found else ""
