"""A good copy of a damaged project, made of what can be read of it and of its backups."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.core.project.backups import Backup, backups_of_path, list_backups
from desktop_app.core.project.errors import NotAProject, ProjectDamaged, ProjectError
from desktop_app.core.project.image import ProjectImage
from desktop_app.core.project.making import write_new
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.places import ENDING
from desktop_app.core.project.recovered import recovered
from desktop_app.core.store.file_names import free_path


@dataclass(frozen=True, slots=True)
class RepairReport:
    """copy: the good copy, None where nothing was wrong with the file. losses: what is not in it. backup_of: when the
    backup was made that it was made of, None where it is made of the file itself."""

    copy: Path | None
    losses: tuple[str, ...] = ()
    backup_of: datetime | None = None


def repair(path: Path) -> RepairReport:
    """Make a good copy beside a damaged project, which stays as it is.

    Raises the ProjectError that the file gives where neither it nor a backup has anything to read.
    """
    path = Path(os.path.realpath(path))
    try:
        with open_project(path, read_only=True) as project:
            if not project.losses:
                return RepairReport(None)
            image, losses = project.image, project.losses
    except (ProjectDamaged, NotAProject) as error:
        return _of_backup(path, error)
    better = _better_backup(image, list_backups(image.id))
    if better is not None:
        return RepairReport(_written(better[0], path), ("changes since that backup",), better[1].made_at)
    return RepairReport(_written(image, path), losses)


def _of_backup(path: Path, error: ProjectError) -> RepairReport:
    for image, backup in _readable(backups_of_path(path)):
        return RepairReport(_written(image, path), ("changes since that backup",), backup.made_at)
    raise error


def _better_backup(image: ProjectImage, backups: Iterable[Backup]) -> tuple[ProjectImage, Backup] | None:
    """The newest backup, if it has more of the edits than could be read of the file."""
    for found, backup in _readable(backups):
        return (found, backup) if _edits(found) > _edits(image) else None
    return None


def _edits(image: ProjectImage) -> int:
    return image.reached if image.text is not None else -1


def _readable(backups: Iterable[Backup]) -> Iterator[tuple[ProjectImage, Backup]]:
    for backup in backups:
        with suppress(ProjectError), open_project(backup.path, read_only=True) as project:
            if not project.losses:
                yield project.image, backup


def _written(image: ProjectImage, path: Path) -> Path:
    copy = free_path(path.with_name(f"{path.stem} (repaired){ENDING}"))
    write_new(recovered(image), copy)
    return copy
