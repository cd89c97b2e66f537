"""What leaves this computer, said the same everywhere: nothing, unless a remote diarizer is allowed."""

from desktop_app.core.embedding.remote_address import address_of
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings_file import load_settings
from desktop_app.translation import tr


def voices_go_to() -> str:
    """The host that voices may be sent to, as the settings are now; '' where nothing may be sent."""
    try:
        return address_of(load_settings().remote).host
    except (SettingsError, ModelUnavailable):
        return ""  # settings that cannot be read let no engine work at all


def privacy_sentence(host: str) -> str:
    """In a sentence of the pages about the program."""
    if not host:
        return tr("No recording and no text is sent anywhere.")
    return tr("Voices may be sent to {host} for telling speakers apart; no recording's name and no text is.", host=host)


def short_privacy_sentence(host: str) -> str:
    """In the window's bottom line."""
    return tr("Voices may be sent to {host}", host=host) if host else tr("Nothing leaves this computer")


def first_privacy_sentence(host: str) -> str:
    """Before anything was opened."""
    return privacy_sentence(host) if host else tr("Everything stays on this computer.")
