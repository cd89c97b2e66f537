"""Save as, duplicates, and backups brought back."""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.project.backups import Backup, keep_bytes
from desktop_app.core.project.errors import ProjectError, ProjectNameTaken
from desktop_app.core.project.image import ProjectImage, new_id
from desktop_app.core.project.lock import ProjectLock
from desktop_app.core.project.making import make_file, write_new
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.places import ENDING
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.recovered import recovered
from desktop_app.core.project.sound import seen_from
from desktop_app.core.store.file_names import free_path


def save_as(project: ProjectFile, path: Path, *, replace_file: bool = False) -> None:
    """Write all that is in memory to another file, and go on with that one; the old one stays as it is on the disk.

    The new one is another project, with an id of its own, unless the old file is gone. ProjectNameTaken where a file is
    there, unless it may be replaced; ProjectInUse where that one is open; ProjectError where it cannot be written. Then
    the project goes on as before.
    """
    path = Path(os.path.realpath(path))
    lock = project.lock if path == project.path else None
    lock = lock or _taken(path)
    try:
        image = _copy(project, path, project.id if not project.path.exists() else new_id())
        write_new(image, path, replace=replace_file)
    except BaseException:
        if lock is not project.lock:
            lock.leave()
        raise
    project.move_to(path, image, lock)


def duplicate(project: ProjectFile, path: Path, *, replace_file: bool = False) -> None:
    """Write all that is in memory to another file, which is another project; errors as save_as."""
    path = Path(os.path.realpath(path))
    if path == project.path:
        raise ProjectNameTaken(path)
    lock = _taken(path)
    try:
        write_new(_copy(project, path, new_id()), path, replace=replace_file)
    finally:
        lock.leave()


def restore_beside(backup: Backup, project_path: Path) -> Path:
    """Make a project of a backup beside the one it was made of; its path. ProjectError where that cannot be."""
    with open_project(backup.path, read_only=True) as project:
        stem = f"{project_path.stem} ({backup.made_at.astimezone():%Y-%m-%d %H.%M})"
        path = free_path(project_path.with_name(f"{stem}{ENDING}"))
        duplicate(project, path)
    return path


def restore_in_place(backup: Backup, project_path: Path) -> Path | None:
    """Put a backup in the place of its project; what is there now becomes a backup, whose path is returned.

    ProjectInUse where it is open; ProjectError where it cannot be written. Then nothing is changed.
    """
    path = Path(os.path.realpath(project_path))
    with open_project(backup.path, read_only=True) as project:
        image = recovered(project.image) if project.losses else project.image
    lock = _taken(path)
    try:
        kept = _keep_present(path, image.id)
        make_file(image.rows, path, replace=True)
    finally:
        lock.leave()
    return kept


def _keep_present(path: Path, project_id: str) -> Path | None:
    if not path.exists():
        return None
    with suppress(ProjectError):  # reading undoes what a killed writer left half done
        open_project(path, read_only=True).close()
    return keep_bytes(project_id, path, datetime.now(UTC))


def _copy(project: ProjectFile, path: Path, project_id: str) -> ProjectImage:
    image = recovered(project.image) if project.losses else project.image.copy()
    image.renew_id(project_id)
    if image.facts.sound is not None:
        image.set_facts(replace(image.facts, sound=seen_from(path, image.facts.sound, project.path)))
    return image


def _taken(path: Path) -> ProjectLock:
    lock = ProjectLock(path)
    lock.take()
    return lock
