"""What can go wrong with a project file."""

from pathlib import Path


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
        who = f"Diarist {written_by}" if written_by else "a newer Diarist"
        super().__init__(path, f"was written by {who}, which knows more than this one", "Install the newest Diarist")


class ProjectInUse(ProjectError):
    """Another window or program has it open. holder: who, as a person reads it, None where that is not known."""

    def __init__(self, path: Path, holder: str | None) -> None:
        self.holder = holder
        by = f"{holder} has it open" if holder else "another window or program has it open"
        super().__init__(path, f"can only be read now: {by}", "Close it there, or open it here for reading only")


class ProjectGone(ProjectError):
    """The file is not there, or not there any more."""


class ProjectChanged(ProjectError):
    """Somebody else has written to the file, or put another in its place, while it was open here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "was changed by another program while it was open", "Save your work under another name, and compare"
        )


class ProjectNotWritable(ProjectError):
    """The disk does not take what was to be written: full, read-only, not allowed, gone."""


class ProjectNameTaken(ProjectError):
    """A file of that name is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is there already", "Choose another name, or say that it is to be replaced")


class ProjectDamaged(ProjectError):
    """Parts of the file cannot be read. losses: what is lost, as a person reads it."""

    def __init__(self, path: Path, losses: tuple[str, ...]) -> None:
        self.losses = losses
        super().__init__(
            path,
            f"is damaged: {', '.join(losses) or 'nothing of it can be read'}",
            "`diarist repair` makes a good copy beside it; the file itself is left as it is",
        )
