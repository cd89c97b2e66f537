"""What can be wrong with an evaluation."""

from pathlib import Path


class EvaluationError(Exception):
    """Nothing can be evaluated; the message is one sentence that says why, and what to do."""


class TruthError(Exception):
    """The truth of one recording cannot be used; the message is one sentence that names the file, and the line."""

    def __init__(self, path: Path, cause: str, *, line: int | None = None) -> None:
        self.path = path
        self.line = line
        super().__init__(f"{path}, line {line}: {cause}" if line else f"{path}: {cause}")
