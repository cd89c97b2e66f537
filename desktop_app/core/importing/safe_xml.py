"""XML of strangers: nothing is fetched, nothing is expanded, nothing is nested without end.

A document type declaration is refused, and with it all entities and external references, for only there can they be
declared. Where a format always names its document type, the name alone is let through, and never fetched.
"""

import xml.parsers.expat as expat
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.translation import tr

_DEEPEST = 200
_SPACE = "}"


@dataclass(slots=True)
class Element:
    """An element, without its namespaces. content: texts and elements, in order. line: where it begins, from 1."""

    name: str
    attributes: dict[str, str]
    line: int
    content: list["Element | str"] = field(default_factory=list)

    def children(self, name: str) -> Iterator["Element"]:
        """The elements of that name right inside it."""
        return (each for each in self.content if isinstance(each, Element) and each.name == name)

    def elements(self) -> Iterator["Element"]:
        """The element and all inside it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [each for each in element.content[::-1] if isinstance(each, Element)]

    def all(self, name: str) -> Iterator["Element"]:
        """Those of that name, at any depth."""
        return (each for each in self.elements() if each.name == name)

    def text(self) -> str:
        """All text inside."""
        return "".join([each if isinstance(each, str) else each.text() for each in self.content])


def parse_xml(data: bytes, *, names_its_type: bool = False, keeps_blanks: bool = True) -> Element:
    """The document's element. MalformedFile, with the line, where it is no XML, or holds what is refused.

    names_its_type: it may say which document type it is of, and where that is described; it may describe none itself.
    keeps_blanks: also texts of nothing but spaces, which in data only lay it out.
    """
    reader = _Reader(names_its_type=names_its_type, keeps_blanks=keeps_blanks)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        why = expat.errors.messages.get(error.code, str(error.code))
        raise MalformedFile(tr("it is no whole XML ({why})", why=why), error.lineno) from error
    except (LookupError, UnicodeError) as error:
        raise MalformedFile(tr("it is no whole XML ({why})", why=error), 1) from error
    assert reader.root is not None  # noqa: S101
    return reader.root


class _Reader:
    """Makes elements of what the parser tells."""

    def __init__(self, *, names_its_type: bool, keeps_blanks: bool) -> None:
        self.root: Element | None = None
        self._names_its_type = names_its_type
        self._open: list[Element] = []
        self._local = _LocalNames()
        self.parser = expat.ParserCreate(namespace_separator=_SPACE)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text if keeps_blanks else self._text_to_see
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse
        self.parser.SkippedEntityHandler = self._refuse

    def _document_type(self, _name: str, _system: str | None, _public: str | None, describes_it: int) -> None:
        if describes_it or not self._names_its_type:
            self._refuse()

    def _refuse(self, *_: object) -> NoReturn:
        raise MalformedFile(
            tr("it declares a document type or entities, which is not allowed here"), self.parser.CurrentLineNumber
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise MalformedFile(tr("it is nested too deeply"), self.parser.CurrentLineNumber)
        local = self._local
        own = {local[key]: value for key, value in attributes.items()} if attributes else attributes
        element = Element(local[name], own, self.parser.CurrentLineNumber, [])
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _text_to_see(self, text: str) -> None:
        content = self._open[-1].content
        if not text.isspace() or (content and isinstance(content[-1], str)):  # long texts come in parts
            content.append(text)


class _LocalNames(dict[str, str]):
    """Names without their namespaces, each found once: a document has many elements and few names."""

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, name.rpartition(_SPACE)[2])
