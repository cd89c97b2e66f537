"""What can be wrong with playing."""


class PlaybackError(Exception):
    """Nothing can be played, or not on. reason: one clause; hint: one sentence on what to do."""

    def __init__(self, reason: str, hint: str = "") -> None:
        self.reason = reason
        self.hint = hint
        super().__init__(f"{reason}. {hint}".strip())

    def __reduce__(self) -> tuple[type["PlaybackError"], tuple[str, str]]:
        return type(self), (self.reason, self.hint)
