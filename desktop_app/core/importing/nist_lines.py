"""The line formats of the US institute of standards: fields between spaces, ';;' for comments, one recording a file."""

from collections.abc import Iterator

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.translation import tr


def fields_of(text: str, most: int = -1) -> Iterator[tuple[int, list[str]]]:
    """The fields of every line, with its number from 1; comments and blank lines are passed over. most: how many at
    most, the last with all the rest; any number if it is negative."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith(";;"):
            yield number, line.split(None, most - 1 if most > 0 else -1)


class OneRecording:
    """Sees to it that all lines are of one recording."""

    def __init__(self) -> None:
        self.name: str | None = None

    def require(self, name: str, line: int) -> None:
        """MalformedFile where another was named before."""
        if self.name is None:
            self.name = name
        elif self.name != name:
            raise MalformedFile(
                tr("a second recording, “{name}”, begins here: give each its own file", name=name[:60]), line
            )


def require_fields(fields: list[str], least: int, line: int) -> None:
    """MalformedFile where there are fewer."""
    if len(fields) < least:
        raise MalformedFile(
            tr("a line needs at least {least} fields, and this one has {count}", least=least, count=len(fields)), line
        )


def name_in(field: str) -> str:
    """A name, in which spaces cannot stand, as a person writes it."""
    return " ".join(field.split("_")).strip() or field
