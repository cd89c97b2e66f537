"""What can be wrong with a worklist."""

from pathlib import Path


class WorklistError(Exception):
    """A list of recordings, or the record of those that are done, that cannot be used; one sentence that says why."""

    def __init__(self, path: Path, cause: str) -> None:
        self.path = path
        self.cause = cause
        super().__init__(f"{path}: {cause}")
