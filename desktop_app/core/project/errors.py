"""What can go wrong with a project file."""

from pathlib import Path

from desktop_app.translation import tr


class ProjectError(Exception):
    """Something is wrong with a project; the message names the file and the cause, and says what to do.

    Whoever has the project open still has all of it in memory: `ProjectFile.save_as` puts it elsewhere.
    """

    def __init__(self, path: Path, cause: str, hint: str) -> None:
        self.path = path
        self.cause = cause
        self.hint = hint
        super().__init__(f"{path} {cause}. {hint}")


class NotAProject(ProjectError):
    """The file is of another kind."""


class ProjectTooNew(ProjectError):
    """A newer Diarist wrote it, with things in it that this one does not know."""

    def __init__(self, path: Path, written_by: str | None) -> None:
        super().__init__(path, self._cause(written_by), tr("Install the newest Diarist"))

    @staticmethod
    def _cause(written_by: str | None) -> str:
        if written_by:
            return tr("was written by Diarist {version}, which knows more than this one", version=written_by)
        return tr("was written by a newer Diarist, which knows more than this one")


class ProjectInUse(ProjectError):
    """Another window or program has it open. holder: who, as a person reads it, None where that is not known."""

    def __init__(self, path: Path, holder: str | None) -> None:
        self.holder = holder
        hint = tr("Close it there, or open it here for reading only")
        super().__init__(path, self._cause(holder), hint)

    @staticmethod
    def _cause(holder: str | None) -> str:
        if holder:
            return tr("can only be read now: {holder} has it open", holder=holder)
        return tr("can only be read now: another window or program has it open")


class ProjectGone(ProjectError):
    """The file is not there, or not there any more."""


class ProjectChanged(ProjectError):
    """Somebody else has written to the file, or put another in its place, while it was open here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            tr("was changed by another program while it was open"),
            tr("Save your work under another name, and compare"),
        )


class ProjectNotWritable(ProjectError):
    """The disk does not take what was to be written: full, read-only, not allowed, gone."""


class ProjectNameTaken(ProjectError):
    """A file of that name is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, tr("is there already"), tr("Choose another name, or say that it is to be replaced"))


class ProjectDamaged(ProjectError):
    """Parts of the file cannot be read. losses: what is lost, as a person reads it."""

    def __init__(self, path: Path, losses: tuple[str, ...]) -> None:
        self.losses = losses
        lost = ", ".join(losses) or tr("nothing of it can be read")
        super().__init__(
            path,
            tr("is damaged: {losses}", losses=lost),
            tr("`diarist repair` makes a good copy beside it; the file itself is left as it is"),
        )


def gone(path: Path) -> ProjectGone:
    """The file is not at its path."""
    if not path.parent.is_dir():
        cause = tr("cannot be reached: its folder is not there")
        return ProjectGone(path, cause, tr("Connect its disk, or look elsewhere"))
    return ProjectGone(path, tr("is not there"), tr("It was moved, renamed or deleted"))
