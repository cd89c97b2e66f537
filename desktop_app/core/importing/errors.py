"""What can be wrong with a file that is to be imported."""


class MalformedFile(ValueError):
    """The file is not what it should be; the message is one clause. line: from 1, None where there is none to name."""

    def __init__(self, cause: str, line: int | None = None) -> None:
        self.cause = cause
        self.line = line
        super().__init__(cause)
