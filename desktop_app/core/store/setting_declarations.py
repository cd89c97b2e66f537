"""Which settings there are, by their keys: read off the declarations in `settings`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_field import ABOUT, About
from desktop_app.core.store.settings import Settings
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class Declaration:
    """One setting. part, name: 'asr' and 'engine'. kind: its type. usual: its value while nobody chose another."""

    part: str
    name: str
    kind: Any
    usual: object
    about: About

    @property
    def key(self) -> str:
        """'asr.engine'."""
        return f"{self.part}.{self.name}"

    @property
    def choices(self) -> tuple[str, ...]:
        """All values that there are; none where they cannot be counted."""
        if isinstance(self.kind, type) and issubclass(self.kind, StrEnum):
            return tuple(self.kind)
        return tuple(self.about.choices) if self.kind is str else ()

    def checked(self, value: object) -> object:
        """The value as one of this type; SettingsError if it is none."""
        if choices := self.choices:
            if value in choices:
                return self.kind(value)
            wanted = tr("one of {choices}", choices=", ".join(choices))
        else:
            if type(value) is self.kind:
                return value
            if self.kind == tuple[str, ...] and isinstance(value, list | tuple) and all(type(t) is str for t in value):
                return tuple(value)
            wanted = _in_words(self.kind)
        raise SettingsError(tr("{key} is {value!r}; it must be {wanted}", key=self.key, value=value, wanted=wanted))

    def from_text(self, text: str) -> object:
        """What somebody typed, as a value of this type; SettingsError if it is none."""
        if self.kind is bool and text.lower() in {"true", "false"}:
            return text.lower() == "true"
        if self.kind == tuple[str, ...]:
            return tuple(each.strip() for each in text.split(",") if each.strip())
        return self.checked(text)


@cache
def parts() -> Mapping[str, tuple[Declaration, ...]]:
    """The settings of every part, by the part's name."""
    return {each.name: _settings_of(each.name) for each in fields(Settings)}


def about_part(part: str) -> About:
    """What people are told of a part of the settings."""
    return next(_about(each.metadata) for each in fields(Settings) if each.name == part)


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


def _settings_of(part: str) -> tuple[Declaration, ...]:
    usual = getattr(Settings(), part)
    kinds = get_type_hints(type(usual))
    return tuple(
        Declaration(part, each.name, kinds[each.name], getattr(usual, each.name), _about(each.metadata))
        for each in fields(usual)
    )


def _about(metadata: Mapping[Any, Any]) -> About:
    about: About = metadata[ABOUT]
    return about


def _in_words(kind: object) -> str:
    if kind is bool:
        return tr("true or false")
    return tr("a text in quotes") if kind is str else tr("a list of texts")
