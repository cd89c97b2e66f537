"""The user's settings on the disk: a TOML file that holds only what differs from the defaults.

What it says wrongly is refused by name, never passed over.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, get_type_hints

from platformdirs import user_config_path

from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.errors import SettingsError, why_unread
from desktop_app.core.store.settings import (
    AsrSettings,
    EmbeddingSettings,
    LibrarySettings,
    RemoteSettings,
    Settings,
    WindowSettings,
)
from desktop_app.translation import tr

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

TOKEN_VARIABLE = "DIARIST_REMOTE_TOKEN"  # noqa: S105  the name of a variable
Part = EmbeddingSettings | AsrSettings | RemoteSettings | LibrarySettings | WindowSettings


def settings_file() -> Path:
    """Where the settings lie."""
    return user_config_path("diarist", appauthor=False) / "settings.toml"


def load_settings() -> Settings:
    """The user's settings; the defaults where there is no file. SettingsError where it cannot be read or is wrong.

    A token in the environment (DIARIST_REMOTE_TOKEN) counts before the file's.
    """
    settings = _in_file()
    if token := os.environ.get(TOKEN_VARIABLE):
        settings = replace(settings, remote=replace(settings.remote, token=token))
    return settings


def change_settings(changes: Mapping[str, object]) -> Settings:
    """Set values by their keys, such as 'embedding.source'; what equals its default is taken out of the file.

    What else is in the file stays, comments too. Returns the settings that the file holds now. SettingsError where a
    key or a value is none, or the file cannot be read or written; then nothing is changed.
    """
    import tomlkit

    file = settings_file()
    _in_file()
    document = tomlkit.parse(_text(file))
    for key, value in changes.items():
        section, _, name = key.partition(".")
        if value == setting_value(Settings(), key):
            _take_out(document, section, name)
        else:
            document.setdefault(section, tomlkit.table())[name] = list(value) if isinstance(value, tuple) else value
    settings = _parsed(tomlkit.dumps(document))
    _write(file, tomlkit.dumps(document))
    return settings


def setting_keys() -> tuple[str, ...]:
    """Every key, such as 'embedding.source'."""
    return tuple(f"{section}.{name}" for section, part in _parts().items() for name in _kinds(part))


def setting_value(settings: Settings, key: str) -> object:
    """The value under a key; SettingsError if there is none."""
    if key not in setting_keys():
        keys = ", ".join(setting_keys())
        raise SettingsError(tr("there is no setting {key!r}; there are {keys}", key=key, keys=keys))
    section, _, name = key.partition(".")
    value: object = getattr(getattr(settings, section), name)
    return value


def setting_from_text(key: str, text: str) -> object:
    """What somebody typed, as a value for this key; SettingsError if it is none."""
    setting_value(Settings(), key)
    section, _, name = key.partition(".")
    kind = _kinds(_parts()[section])[name]
    if kind is bool and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if kind == tuple[str, ...]:
        return tuple(each.strip() for each in text.split(",") if each.strip())
    return _value(key, kind, text)


def _parts() -> dict[str, Part]:
    """The parts of the settings, as they are by default."""
    return {each.name: getattr(Settings(), each.name) for each in fields(Settings)}


def _kinds(part: Part) -> dict[str, object]:
    """The type of every setting of a part."""
    hints = get_type_hints(type(part))
    return {each.name: hints[each.name] for each in fields(part)}


def _in_file() -> Settings:
    file = settings_file()
    try:
        return _parsed(_text(file))
    except SettingsError as error:
        raise SettingsError(f"{file}: {error}") from error


def _parsed(text: str) -> Settings:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(tr("it is not TOML ({error})", error=error)) from error
    parts = _parts()
    for section, values in document.items():
        if section not in parts or not isinstance(values, dict):
            raise SettingsError(tr("there is no setting {key!r}", key=section))
        parts[section] = _part(parts[section], section, values)
    return Settings(**parts)  # type: ignore[arg-type]  # each part stays what it is


def _part(default: Part, section: str, values: Mapping[str, object]) -> Part:
    kinds = _kinds(default)
    for name in values:
        if name not in kinds:
            raise SettingsError(tr("there is no setting {key!r}", key=f"{section}.{name}"))
    read = {name: _value(f"{section}.{name}", kinds[name], value) for name, value in values.items()}
    return replace(default, **read)  # type: ignore[arg-type]  # each value is of its field's type


def _value(key: str, kind: object, value: object) -> object:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        choices = [str(each) for each in kind]
        if value in choices:
            return kind(value)
        wanted = tr("one of {choices}", choices=", ".join(choices))
    else:
        if type(value) is kind:
            return value
        if isinstance(value, list) and kind == tuple[str, ...] and all(isinstance(each, str) for each in value):
            return tuple(value)
        wanted = _in_words(kind)
    raise SettingsError(tr("{key} is {value!r}; it must be {wanted}", key=key, value=value, wanted=wanted))


def _in_words(kind: object) -> str:
    if kind is bool:
        return tr("true or false")
    return tr("a text in quotes") if kind is str else tr("a list of texts")


def _take_out(document: "TOMLDocument", section: str, name: str) -> None:
    part = document.get(section)
    if part is not None:
        part.pop(name, None)
        if not part:
            document.pop(section)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise SettingsError(tr("it cannot be read ({error})", error=why_unread(error))) from error


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)  # it may hold a token
        write_atomically(file, text.encode())
    except OSError as error:
        raise SettingsError(tr("{file} cannot be written ({error})", file=file, error=error.strerror)) from error
