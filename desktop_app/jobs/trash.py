"""Moving projects to the system's bin, from which a person gets them back. Nothing is ever deleted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from desktop_app.core.project.discarded_backups import backups_that_go_with
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.lock import ProjectLock
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr


def move_to_trash(project: Path | None, others: Sequence[Path] = ()) -> tuple[Failed, ...]:
    """Move a project to the bin, with its backups and with other files and folders; what stays where it was, and why.

    project: None where there is none; of one that is not there any more only the backups go. Nobody may have it open.
    Where it stays, so does all the rest.
    """
    backups = () if project is None else backups_that_go_with(project)
    if project is not None and project.exists() and (failure := _project_moved(project)) is not None:
        return (failure,)
    return tuple(failure for each in (*backups, *others) if each.exists() and (failure := _moved(each)) is not None)


def _project_moved(project: Path) -> Failed | None:
    lock = ProjectLock(project)
    try:
        lock.take()
    except ProjectError as error:
        why = tr("{name} cannot be moved to the bin: it {cause}.", name=project.name, cause=error.cause)
        return Failed(why, f"{error.hint}.")
    try:
        failure = _moved(project)
    finally:
        lock.leave()
    if failure is None:
        # What a killed writer left beside it would be taken for the journal of a new project of this name.
        QFile(f"{project}-journal").moveToTrash()
    return failure


def _moved(path: Path) -> Failed | None:
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    Path(data).mkdir(parents=True, exist_ok=True)  # Linux has the bin there, and Qt makes no more than the bin
    file = QFile(str(path))
    if file.moveToTrash():
        return None
    return Failed(
        tr("{name} cannot be moved to the bin ({error}).", name=path.name, error=file.errorString()),
        tr("Its disk may have none. Delete the file in your file manager instead."),
    )
