"""Which version is the newest, as the packager's address says."""

import re

from desktop_app.core.models.download import fetch_short_text
from desktop_app.core.models.errors import ModelStoreError
from desktop_app.translation import tr

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){1,3}")


class UpdateUnknown(Exception):
    """Nobody can say which version is the newest; the message is a clause."""


def newest_version(address: str) -> str:
    """The version at that address. UpdateUnknown."""
    try:
        text = fetch_short_text(address)
    except ModelStoreError as error:
        raise UpdateUnknown(str(error)) from error
    line = text.partition("\n")[0].strip()
    if not _VERSION.fullmatch(line):
        raise UpdateUnknown(tr("the answer names no version"))
    return line


def is_newer(version: str, than: str) -> bool:
    """Whether a version is a later one."""
    return _figures(version) > _figures(than)


def _figures(version: str) -> tuple[int, ...]:
    """Its figures, up to the first part that is none, without noughts at the end: 1.2 is 1.2.0."""
    figures: list[int] = []
    for part in version.split("."):
        if not part.isdecimal():
            break
        figures.append(int(part))
    while figures and figures[-1] == 0:
        figures.pop()
    return tuple(figures)
