"""What can be wrong with recording."""


class CaptureError(Exception):
    """Nothing can be recorded, or a recording cannot be read. reason: one clause; hint: one sentence on what to do."""

    def __init__(self, reason: str, hint: str = "") -> None:
        self.reason = reason
        self.hint = hint
        super().__init__(f"{reason}. {hint}".strip())

    def __reduce__(self) -> tuple[type["CaptureError"], tuple[str, str]]:
        return type(self), (self.reason, self.hint)


class FolderTaken(CaptureError):
    """Another recording has the folder."""
