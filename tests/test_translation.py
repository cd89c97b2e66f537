"""The window's language: what the catalogues hold, and what becomes of a text."""

import ast
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import translation
from desktop_app.core.store.settings import Language
from desktop_app.translation import VARIABLE, figure, languages, plural, speak, tr

ROOT = Path(translation.__file__).parents[1]
TRANSLATED = [code for code in languages() if code != "en"]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


def texts_in_the_code() -> set[tuple[str, str]]:
    """Source and comment of every text that is to be translated."""
    found = set()
    for path in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "plural"}:
                if path.name == "translation.py":
                    continue
                given = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
                where = f"{path}:{node.lineno}"
                assert len(given) == len(node.args[:2]), f"{where}: only a literal can be translated"
                assert len(given) == 2 or node.func.id == "tr", where
                has_comment = node.func.id == "tr" and len(given) == 2
                assert not (has_comment and node.keywords), f"{where}: Linguist would take it for a plural"
                found.add((given[0], given[1] if len(given) == 2 else ""))
    return found


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_a_text_stays_as_it_is_in_english() -> None:
    assert tr("{name} is open", name="Kragsand") == "Kragsand is open"
    assert tr("100 % {sure}") == "100 % {sure}"
    assert plural("{n} turns of {name}", "{n} turn of {name}", 1, name="Anna") == "1 turn of Anna"
    assert plural("{n} turns of {name}", "{n} turn of {name}", 6412, name="Anna") == "6,412 turns of Anna"


def test_decimals_are_written_as_the_language_does() -> None:
    speak("de")
    assert tr("{size:.1f} of {name} {number}", size=1.5, name="model 2.0", number=3) == "1,5 of model 2.0 3"
    speak("en")
    assert tr("{size:.1f}", size=1.5) == "1.5"


def test_a_language_without_a_catalogue_is_english() -> None:
    speak("tlh")
    assert (translation.language(), os.environ[VARIABLE], figure(1000)) == ("en", "en", "1,000")


def test_every_language_can_be_chosen_in_the_settings() -> None:
    assert set(languages()) == {each.value for each in Language if each is not Language.SYSTEM}


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_process_that_is_started_speaks_the_same(code: str) -> None:
    speak(code)
    ask = "from desktop_app.translation import language; print(language())"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    asked = subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == code


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_has_every_text_and_no_other(code: str) -> None:
    catalogue = translation._catalogue(code)
    texts = texts_in_the_code()
    assert sorted(texts - set(catalogue)) == []
    assert sorted(set(catalogue) - texts) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_has_the_places_and_marks_of_its_source(code: str) -> None:
    for (source, comment), forms in translation._catalogue(code).items():
        for form, original in zip(forms, (comment, source) if len(forms) == 2 else (source,), strict=True):
            assert places(form) == places(original), source
            assert form.count("&") == original.count("&"), source
            assert form.endswith("…") == original.endswith("…"), source
            ends = (re.search(r"\s*$", text)[0] for text in (form, original))  # type: ignore[index]
            assert len(set(ends)) == 1, f"spaces at the end of {source!r}"
