"""How a setting is declared: a field of a dataclass that knows what people are told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

ABOUT = "about"
"""Under this name the field's metadata has what people are told."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class About:
    """What people are told of a setting, or of a part of them.

    label: a few words. help: a sentence. choices: what each value is called; not given, it is called by itself. A text
    that has choices is one of them.
    idle_with: values of other settings of the same part, beside which this one says nothing. path: what it is a path
    of. secret: nobody may read it on the screen. variable: of the environment; it counts before the file. example: of
    a value, shown while there is none.
    """

    label: str
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    idle_with: frozenset[str] = frozenset()
    path: Literal["folder", "file"] | None = None
    secret: bool = False
    variable: str = ""
    example: str = ""
    bounds: range = range(0)


def setting(default: T, about: About) -> T:
    """A field of a part of the settings, with its usual value."""
    return field(default=default, repr=not about.secret, metadata={ABOUT: about})
