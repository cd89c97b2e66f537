"""Which settings there are, by their keys: read off the declarations in `settings`."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache

from desktop_app.core.store.declaration import Declaration, about_in, declared_in
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_field import About
from desktop_app.core.store.settings import Settings
from desktop_app.translation import tr


@cache
def parts() -> Mapping[str, tuple[Declaration, ...]]:
    """The settings of every part, by the part's name."""
    return {each.name: declared_in(getattr(Settings(), each.name), each.name) for each in fields(Settings)}


def about_part(part: str) -> About:
    """What people are told of a part of the settings."""
    return next(about_in(each.metadata) for each in fields(Settings) if each.name == part)


def declarations() -> tuple[Declaration, ...]:
    """All settings."""
    return tuple(each for part in parts().values() for each in part)


def declaration(key: str) -> Declaration:
    """The setting under a key; SettingsError if there is none."""
    found = next((each for each in declarations() if each.key == key), None)
    if found is None:
        keys = ", ".join(each.key for each in declarations())
        raise SettingsError(tr("there is no setting {key!r}; there are {keys}", key=key, keys=keys))
    return found


def setting_value(settings: Settings, key: str) -> object:
    """The value under a key; SettingsError if there is none."""
    setting = declaration(key)
    value: object = getattr(getattr(settings, setting.part), setting.name)
    return value
