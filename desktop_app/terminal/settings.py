"""`diarist settings`: shown, and changed."""

from desktop_app.core.embedding.remote_address import checked_url
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import Settings
from desktop_app.core.store.settings_file import (
    change_settings,
    load_settings,
    setting_from_text,
    setting_keys,
    setting_value,
    settings_file,
)

_ADDRESS = "remote.url"
_SECRET = "remote.token"  # noqa: S105  the name of a setting


def show(key: str | None) -> None:
    """Print every setting, or one. SettingsError where the file cannot be read, or there is no such setting."""
    settings = load_settings()
    keys = (key,) if key else setting_keys()
    for each in keys:
        value = setting_value(settings, each)
        usual = "" if value != setting_value(Settings(), each) else "   (usual)"
        print(f"{each:<22}{_shown(each, value)}{usual}")
    if not key:
        print(f"\nIn {settings_file()}")


def change(key: str, text: str | None) -> None:
    """Give a setting the value that was typed, or its usual one (None), and print it. SettingsError as show."""
    value = setting_value(Settings(), key) if text is None else setting_from_text(key, text)
    if key == _ADDRESS and value:
        _require_address(str(value))
    change_settings({key: value})
    show(key)


def _require_address(url: str) -> None:
    """SettingsError if nothing could be sent there."""
    try:
        checked_url(url)
    except ModelUnavailable as failure:
        raise SettingsError(f"{_ADDRESS} stays as it was: {failure.reason}. {failure.hint}") from failure


def _shown(key: str, value: object) -> str:
    if key == _SECRET and value:
        return "(set)"
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, tuple) else str(value)
