"""Which projects there are, and what their files look like. Nothing is read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.core.library.paths import real_path
from desktop_app.core.library.signature import signature
from desktop_app.core.project.places import ENDING
from desktop_app.translation import tr

DEPTH = 3
"""How far down projects are looked for: in a folder, in its folders, in theirs."""


def is_seen_from(folder: Path, project: Path) -> bool:
    """Whether a project at this path would be found in the folder."""
    folder, project = real_path(folder), real_path(project)
    if not project.is_relative_to(folder) or not _is_named_so(project.name):
        return False
    parts = project.relative_to(folder).parts
    return len(parts) <= DEPTH and not any(part.startswith(".") for part in parts)


class Scan:
    """What was found so far, in steps that take no longer than the disk does.

    signatures: of every project, by its path. missing: of projects that are expected and cannot be found, and of
    folders that cannot be looked into, the sentence why: of what is in these, nothing is known.
    """

    def __init__(self) -> None:
        self.signatures: dict[Path, str] = {}
        self.missing: dict[Path, str] = {}

    def folders(self, folders: Iterable[Path]) -> Iterator[None]:
        """Look through folders and theirs, one in each step."""
        for folder in folders:
            yield from self._folder(real_path(folder), DEPTH)

    def projects(self, paths: Iterable[Path]) -> Iterator[None]:
        """Look for these projects, one in each step."""
        for path in paths:
            try:
                self.signatures[path] = signature(path.stat())
            except OSError as error:
                self.missing[path] = _why_missing(path, error)
            yield

    def why_missing(self, path: Path) -> str | None:
        """Why a project that was not found may be there all the same, None where it is not."""
        return next((self.missing[each] for each in (path, *path.parents) if each in self.missing), None)

    def _folder(self, folder: Path, depth: int) -> Iterator[None]:
        below: list[Path] = []
        try:
            with os.scandir(folder) as found:
                for each in found:
                    self._see(each, below)
        except OSError as error:
            self.missing[folder] = _why_closed(folder, error)
        yield
        if depth > 1:
            for each_below in sorted(below):
                yield from self._folder(each_below, depth - 1)

    def _see(self, found: "os.DirEntry[str]", below: list[Path]) -> None:
        if found.name.startswith("."):
            return  # what is just being made, or was thrown away
        if found.is_dir(follow_symlinks=False):
            below.append(Path(found.path))
        elif _is_named_so(found.name):
            path = Path(found.path)
            self._see_project(real_path(path) if found.is_symlink() else path)

    def _see_project(self, path: Path) -> None:
        try:
            self.signatures[path] = signature(path.stat())
        except FileNotFoundError:
            return  # gone since, or a link to nothing
        except OSError as error:
            self.missing[path] = _why_missing(path, error)


def _is_named_so(name: str) -> bool:
    return name.lower().endswith(ENDING)


def _why_missing(path: Path, error: OSError) -> str:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        return tr("The file cannot be looked at ({error}).", error=error.strerror)
    if path.parent.is_dir():
        return tr("The file is not there: it was moved, renamed or deleted.")
    return tr("Its folder {folder} is not there: is a drive not connected?", folder=path.parent)


def _why_closed(folder: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return tr("The folder {folder} is not there: is a drive not connected?", folder=folder)
    return tr("The folder {folder} cannot be looked into ({error}).", folder=folder, error=error.strerror)
