"""The language of the window: English as it stands in the code, or what a catalogue has for it.

A catalogue is a file of Qt Linguist, `resources/translations/diarist_<code>.ts`, filled from the code by
`make translations`. It is read here and not by Qt, for the core and the engine process speak to the user too and know
no Qt. The language is chosen once, before the window is imported: texts may then stand at a module's top. Processes
that this one starts speak the same. The command line speaks English.
"""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import ClassVar
from xml.etree import ElementTree

from desktop_app.resources import resource

ENGLISH = "en"
VARIABLE = "DIARIST_LANGUAGE"
_FILE = re.compile(r"diarist_(\w+)\.ts")
_GROUPS: Mapping[str, str] = {"de": "."}
"""What stands between the thousands, where it is no comma."""
_POINTS: Mapping[str, str] = {"de": ","}
"""What stands before decimals, where it is no point."""

Catalogue = Mapping[tuple[str, str], tuple[str, ...]]
"""Source text and its comment, to its translation: one form, or the one for 1 and the one for all else."""


class _Spoken:
    """The language of this process."""

    code = ENGLISH
    catalogue: ClassVar[Catalogue] = {}


class _Numbers(Formatter):
    """Writes decimals as the language does."""

    def format_field(self, value: object, format_spec: str) -> str:
        """The value as its {place} wants it."""
        text = str(super().format_field(value, format_spec))
        return text.replace(".", _POINTS.get(_Spoken.code, ".")) if isinstance(value, float) else text


def tr(source: str, comment: str = "", /, **values: object) -> str:
    """The text in the window's language, with the values in its {places}.

    source: the English text, a literal: it is found by reading the code. comment: tells texts apart that English has
    one word for, as in tr("Open", "a file") and tr("Open", "not closed"). A text with a comment gets its values from
    str.format: whoever gathers the texts takes three arguments for a plural.
    """
    forms = _Spoken.catalogue.get((source, comment))
    text = forms[0] if forms else source
    return _Numbers().format(text, **values) if values else text


def plural(many: str, one: str, number: int, /, **values: object) -> str:
    """The text for this number of things, as in plural("{n} turns", "{n} turn", 3).

    many, one: the English texts, literals. {n} is the number with its thousands apart; values: as in tr.
    """
    forms = _Spoken.catalogue.get((many, one)) or (one, many)
    return _Numbers().format(forms[0 if number == 1 else -1], n=figure(number), **values)


def figure(number: int) -> str:
    """'6,412': a whole number as this language writes it."""
    return f"{number:,}".replace(",", _GROUPS.get(_Spoken.code, ","))


def language() -> str:
    """The code of the language that this process speaks, as in ISO 639-1."""
    return _Spoken.code


def languages() -> tuple[str, ...]:
    """The codes of all languages there are, English first."""
    found = (_FILE.fullmatch(each.name) for each in _folder().glob("diarist_*.ts"))
    return (ENGLISH, *sorted(match[1] for match in found if match))


def speak(code: str) -> None:
    """Speak this language from now on, here and in processes that are started; English where there is no catalogue."""
    _Spoken.code = code if code in languages() else ENGLISH
    _Spoken.catalogue = _catalogue(_Spoken.code)
    os.environ[VARIABLE] = _Spoken.code


@cache
def in_every_language(source: str, comment: str = "", /) -> tuple[str, ...]:
    """The text as each language has it, {places} left open: what was written by somebody who speaks another."""
    return tuple(dict.fromkeys((_catalogue(code).get((source, comment)) or (source,))[0] for code in languages()))


def _folder() -> Path:
    return resource("translations")


@cache
def _catalogue(code: str) -> Catalogue:
    if code == ENGLISH:
        return {}
    tree = ElementTree.parse(_folder() / f"diarist_{code}.ts")  # noqa: S314  a file of this program
    return {
        (message.findtext("source", ""), message.findtext("comment", "")): forms
        for message in tree.iter("message")
        if (forms := _forms(message))
    }


def _forms(message: ElementTree.Element) -> tuple[str, ...]:
    """What stands there in the other language; () where nothing does yet."""
    translation = message.find("translation")
    if translation is None:
        return ()
    texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return tuple(texts) if all(texts) else ()


if VARIABLE in os.environ:
    speak(os.environ[VARIABLE])
