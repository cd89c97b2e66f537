"""Which names are one name, and which are free."""

import os
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path


def folded(name: str) -> str:
    """The form in which names are compared: some disk takes any two for the same that are the same in it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def numbered(stem: str) -> Iterator[str]:
    """The stem, and then 'stem (2)' and so on, without end."""
    yield stem
    yield from (f"{stem} ({number})" for number in count(2))


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
