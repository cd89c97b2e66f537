"""Moving projects to the system's bin, from which a person gets them back. Nothing is ever deleted."""

from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.lock import ProjectLock
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr


def move_to_trash(project: Path) -> Failed | None:
    """Move a project to the bin; why that cannot be, and then it is where it was. Nobody may have it open."""
    lock = ProjectLock(project)
    try:
        lock.take()
    except ProjectError as error:
        why = tr("{name} cannot be moved to the bin: it {cause}.", name=project.name, cause=error.cause)
        return Failed(why, f"{error.hint}.")
    try:
        return _moved(project)
    finally:
        lock.leave()


def _moved(project: Path) -> Failed | None:
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    Path(data).mkdir(parents=True, exist_ok=True)  # Linux has the bin there, and Qt makes no more than the bin
    file = QFile(str(project))
    if not file.moveToTrash():
        return Failed(
            tr("{name} cannot be moved to the bin ({error}).", name=project.name, error=file.errorString()),
            tr("Its disk may have none. Delete the file in your file manager instead."),
        )
    # What a killed writer left beside it would be taken for the journal of a new project of this name.
    QFile(f"{project}-journal").moveToTrash()
    return None
