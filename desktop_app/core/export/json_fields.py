"""Values of a JSON document read as what they must be, or refused by name."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.translation import tr

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field:
    """A value and where it stands in its document, such as 'turns[2].start_ms'.

    Every method raises ValueError, naming the place, where the value is not of its kind.
    """

    value: object
    where: str = ""

    def member(self, key: str) -> "Field":
        """The value under a key of this object; a key that is not there counts as null."""
        if not isinstance(self.value, dict):
            raise self.refusal(tr("an object"))
        return Field(self.value.get(key), f"{self.where}.{key}" if self.where else key)

    def items(self, read: Callable[["Field"], T]) -> tuple[T, ...]:
        """The items of this list, each as `read` gives it."""
        if not isinstance(self.value, list):
            raise self.refusal(tr("a list"))
        return tuple(read(Field(item, f"{self.where}[{i}]")) for i, item in enumerate(self.value))

    def or_null(self, read: Callable[["Field"], T]) -> T | None:
        """What `read` gives, or None where the value is null."""
        return None if self.value is None else read(self)

    def text(self) -> str:
        """The value as a string."""
        if not isinstance(self.value, str):
            raise self.refusal(tr("a string"))
        return self.value

    def flag(self) -> bool:
        """The value as true or false."""
        if not isinstance(self.value, bool):
            raise self.refusal(tr("true or false"))
        return self.value

    def whole(self) -> int:
        """The value as a whole number, 0 or more."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.refusal(tr("a whole number from 0 up"))
        return self.value

    def number(self) -> float:
        """The value as a finite number."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= sys.float_info.max:
            raise self.refusal(tr("a number"))
        return float(value)

    def stretch(self) -> tuple[int, int]:
        """The start_ms and end_ms of this object, the end not before the start."""
        start_ms, end_ms = self.member("start_ms").whole(), self.member("end_ms").whole()
        if end_ms < start_ms:
            raise ValueError(
                tr(
                    "“{where}” ends before it begins ({end_ms} and {start_ms} ms)",
                    where=self.where,
                    end_ms=end_ms,
                    start_ms=start_ms,
                )
            )
        return start_ms, end_ms

    def refusal(self, kind: str) -> ValueError:
        """The error to raise where the value is not of this kind."""
        where = tr("“{where}”", where=self.where) if self.where else tr("the document")
        if self.value is None:
            return ValueError(tr("{where} is missing", where=where))
        return ValueError(tr("{where} is not {kind}", where=where, kind=kind))
