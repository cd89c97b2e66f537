"""What can go wrong with files of ours."""

from desktop_app.translation import tr


class VoicesUnavailable(Exception):
    """The kept voices that were asked for cannot be had; the message is one sentence that says why and what to do."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(tr("{reason}: transcribe the recording again to change its speakers", reason=reason))


class SettingsError(Exception):
    """The settings cannot be read, understood or written; the message is one clause that says why, with the file."""


def why_unread(error: OSError | ValueError) -> str:
    """Why a file of text could not be read, in words; the system's own for what it refuses."""
    if isinstance(error, OSError):
        return error.strerror or tr("the system does not say why")
    return tr("it is not text in UTF-8") if isinstance(error, UnicodeError) else str(error)
