"""What can go wrong when a transcript is written to a file, or read from one."""

import errno
from pathlib import Path

from desktop_app.translation import tr


class ExportError(Exception):
    """A file that could not be written; the message is one sentence that names the file and the cause."""

    def __init__(self, path: Path, cause: str) -> None:
        self.path = path
        self.cause = cause
        super().__init__(tr("{path} cannot be written: {cause}", path=path, cause=cause))


class TranscriptFileError(Exception):
    """A file that is not a transcript this version can read; the message names the file and the cause."""

    def __init__(self, path: Path, cause: str) -> None:
        self.path = path
        self.cause = cause
        super().__init__(tr("{path} cannot be opened: {cause}", path=path, cause=cause))


_REFUSED = '<>:"|?*\\'
"""What FAT, exFAT and NTFS take in no name."""


def cause_in_words(error: OSError, path: Path | None = None) -> str:
    """Why writing failed, in words a person can act on; the system's own words for rare causes.

    path: what was to be written, for the causes that lie in its name.
    """
    if path is not None and error.errno in {errno.EINVAL, errno.ENOENT, errno.EILSEQ} and path.parent.is_dir():
        return _fault_of_name(path.name)
    return _known_causes().get(error.errno or 0) or error.strerror or str(error)


def _known_causes() -> dict[int, str]:
    return {
        errno.ENOSPC: tr("the disk is full"),
        errno.EDQUOT: tr("your share of the disk is full"),
        errno.EFBIG: tr("the disk does not take files that large"),
        errno.EACCES: tr("there is no permission to write there"),
        errno.EPERM: tr("there is no permission to write there"),
        errno.EROFS: tr("the disk is read-only"),
        errno.EISDIR: tr("a folder of that name is in the way"),
        errno.EEXIST: tr("a file of that name is in the way"),
        errno.ENOTDIR: tr("a part of its path is a file, not a folder"),
        errno.ENOENT: tr("its folder does not exist"),
        errno.ENAMETOOLONG: tr("its name is too long"),
    }


def _fault_of_name(name: str) -> str:
    found = sorted({each for each in name if each in _REFUSED or each < " "})
    if not found:
        return tr("this disk does not take its name: rename the recording, or let the exports go to another disk")
    return tr(
        "this disk does not take its name, for it holds {characters}: rename the recording, or let the exports go to "
        "another disk",
        characters=" ".join(map(repr, found)),
    )
