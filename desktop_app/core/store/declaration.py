"""A choice as it was declared, read off the field of a dataclass: its key, its type, its values."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_type_hints

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_field import ABOUT, About
from desktop_app.translation import tr

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Declaration:
    """One choice. part, name: 'asr' and 'engine'. kind: its type. usual: its value while nobody chose another."""

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
        elif type(value) is int and self.kind is int:
            if value in self.about.bounds:
                return value
            wanted = tr("from {least} to {most}", least=self.about.bounds[0], most=self.about.bounds[-1])
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
        if self.kind is int and text.removeprefix("-").isascii() and text.removeprefix("-").isdigit():
            return self.checked(int(text))
        if self.kind == tuple[str, ...]:
            return tuple(each.strip() for each in text.split(",") if each.strip())
        return self.checked(text)


def as_text(value: object) -> str:
    """A value as it is typed: what `Declaration.from_text` takes."""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def declared_in(usual: "DataclassInstance", part: str) -> tuple[Declaration, ...]:
    """What can be chosen in a dataclass whose fields were declared by `setting`. usual: the usual values; part: what
    their keys begin with."""
    kinds = get_type_hints(type(usual))
    return tuple(
        Declaration(part, each.name, kinds[each.name], getattr(usual, each.name), about_in(each.metadata))
        for each in fields(usual)
    )


def about_in(metadata: Mapping[Any, Any]) -> About:
    """What people are told of a field."""
    about: About = metadata[ABOUT]
    return about


def _in_words(kind: object) -> str:
    if kind is bool:
        return tr("true or false")
    if kind is int:
        return tr("a whole number")
    return tr("a text in quotes") if kind is str else tr("a list of texts")
