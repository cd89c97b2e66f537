"""`diarist settings`: shown, and changed."""

from desktop_app.core.embedding.remote_address import checked_url
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.store.declaration import Declaration, as_text
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_declarations import declaration, declarations, setting_value
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.core.store.settings_path import settings_file

_ADDRESS = "remote.url"


def show(key: str | None) -> None:
    """Print every setting, or one. SettingsError where the file cannot be read, or there is no such setting."""
    settings = load_settings()
    for each in (declaration(key),) if key else declarations():
        value = setting_value(settings, each.key)
        usual = "" if value != each.usual else "   (usual)"
        print(f"{each.key:<22}{_shown(each, value)}{usual}")
    if not key:
        print(f"\nIn {settings_file()}")


def change(key: str, text: str | None) -> None:
    """Give a setting the value that was typed, or its usual one (None), and print it. SettingsError as show."""
    setting = declaration(key)
    value = setting.usual if text is None else setting.from_text(text)
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


def _shown(setting: Declaration, value: object) -> str:
    if setting.about.secret and value:
        return "(set)"
    return as_text(value)
