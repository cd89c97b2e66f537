"""Which backups go where a project is removed: they hold its whole text, too."""

from pathlib import Path

from desktop_app.core.project.backups import backups_folder, folders_of_path, path_in
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.summary import read_summary


def backups_that_go_with(project: Path) -> tuple[Path, ...]:
    """The folders with backups of a project.

    Of one that does not tell its id, or is not there, those that were made where it lay. Not those of a copy that has
    the same id, which were made last where that lies still.
    """
    project_id = _id_of(project)
    folders = folders_of_path(project) if project_id is None else [backups_folder(project_id)]
    return tuple(each for each in folders if each.is_dir() and not _is_of_another(each, project, project_id))


def _is_of_another(folder: Path, project: Path, project_id: str | None) -> bool:
    there = path_in(folder)
    if there is None or there == project or project_id is None:
        return False
    return there.exists() and not there.samefile(project) and _id_of(there) == project_id


def _id_of(project: Path) -> str | None:
    try:
        return read_summary(project).id
    except (ProjectError, OSError):
        return None
