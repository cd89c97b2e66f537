"""Which names are one name, and which are free."""

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))}
"""Names of Windows' devices, whatever their ending."""
_MOST_BYTES = 200
"""255 is what most systems take; an ending and a number come behind it."""


def folded(name: str) -> str:
    """The form in which names are compared: some disk takes any two for the same that are the same in it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def numbered(stem: str) -> Iterator[str]:
    """The stem, and then 'stem (2)' and so on, without end."""
    yield stem
    yield from (f"{stem} ({number})" for number in count(2))


def safe_stem(text: str) -> str:
    """The text as the name of a file that every system takes, Windows too; its ending is still to come. Never empty."""
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", text)).strip(" .")
    while len(name.encode("utf-8", "surrogatepass")) > _MOST_BYTES:
        name = name[:-1]
    name = name.strip(" .") or "_"
    return f"{name}_" if name.partition(".")[0].rstrip().upper() in _DEVICES else name


def names_in(folder: Path) -> frozenset[str]:
    """The names in a folder, folded; none where they cannot be listed."""
    try:
        return frozenset(folded(name) for name in os.listdir(folder))  # noqa: PTH208  names, not paths
    except OSError:
        return frozenset()


def free_path(path: Path) -> Path:
    """The path, or the first of 'name (2).ending' and so on whose name nothing has in its folder just now."""
    taken = names_in(path.parent)
    paths = (path.with_name(f"{stem}{path.suffix}") for stem in numbered(path.stem))
    return next(each for each in paths if folded(each.name) not in taken and not os.path.lexists(each))
