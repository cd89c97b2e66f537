"""The user's settings on the disk: a TOML file that holds only what differs from the defaults.

What it says wrongly is refused by name, never passed over.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.errors import SettingsError, why_unread
from desktop_app.core.store.setting_declarations import declaration, declarations, parts
from desktop_app.core.store.settings import (
    AsrSettings,
    EmbeddingSettings,
    LibrarySettings,
    QueueSettings,
    RemoteSettings,
    Settings,
    WindowSettings,
)
from desktop_app.core.store.settings_path import settings_file
from desktop_app.translation import tr

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Part = EmbeddingSettings | AsrSettings | RemoteSettings | LibrarySettings | QueueSettings | WindowSettings


def load_settings() -> Settings:
    """The user's settings; the defaults where there is no file. SettingsError where it cannot be read or is wrong.

    What the environment has for a setting (DIARIST_REMOTE_TOKEN) counts before the file.
    """
    settings = _in_file()
    for each in declarations():
        if each.about.variable and (value := os.environ.get(each.about.variable)):
            part = replace(getattr(settings, each.part), **{each.name: value})
            settings = replace(settings, **{each.part: part})
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
        setting = declaration(key)
        if value == setting.usual:
            _take_out(document, setting.part, setting.name)
        else:
            document.setdefault(setting.part, tomlkit.table())[setting.name] = (
                list(value) if isinstance(value, tuple) else value
            )
    settings = _parsed(tomlkit.dumps(document))
    _write(file, tomlkit.dumps(document))
    return settings


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
    read: dict[str, Part] = {}
    for section, values in document.items():
        if section not in parts() or not isinstance(values, dict):
            raise SettingsError(_unknown(section))
        read[section] = _part(getattr(Settings(), section), section, values)
    return Settings(**read)  # type: ignore[arg-type]  # each part stays what it is


def _part(default: Part, section: str, values: Mapping[str, object]) -> Part:
    declared = {each.name: each for each in parts()[section]}
    for name in values:
        if name not in declared:
            raise SettingsError(_unknown(f"{section}.{name}"))
    read = {name: declared[name].checked(value) for name, value in values.items()}
    return replace(default, **read)  # type: ignore[arg-type]  # each value is of its field's type


def _unknown(key: str) -> str:
    return tr("there is no setting {key!r} in this version of Diarist", key=key)


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
