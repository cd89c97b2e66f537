"""What can go wrong with files of ours."""


class VoicesUnavailable(Exception):
    """The kept voices that were asked for cannot be had; the message is one sentence that says why and what to do."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{reason}: transcribe the recording again to change its speakers")


class SettingsError(Exception):
    """The settings cannot be read, understood or written; the message is one clause that says why, with the file."""
