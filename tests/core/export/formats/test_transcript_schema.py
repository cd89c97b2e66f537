"""The published schema takes every transcript that is written, and asks for what the reader asks for."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.export.formats.json_format import parse, render
from desktop_app.core.transcript.values import Mark, Transcript
from export.hostile_transcripts import HOSTILE
from export.test_any_text import anything, transcripts

DOCS = Path(__file__).parents[4] / "docs"
SCHEMA = json.loads((DOCS / "transcript-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

BEYOND_A_SCHEMA = re.compile("ends before it begins|a turn names an unknown speaker|two speakers share an id")

Document = dict[str, Any]
Place = tuple[str | int, ...]


def described(schema: object) -> set[str]:
    """Every key that the schema has something to say of."""
    if isinstance(schema, list):
        return set().union(*map(described, schema))
    if not isinstance(schema, dict):
        return set()
    own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return own.union(*map(described, schema.values()))


def places(value: object, path: Place = ()) -> list[Place]:
    """The way to every key of every object in a document; of lists, the first item."""
    if isinstance(value, list):
        return [place for at, item in enumerate(value[:1]) for place in places(item, (*path, at))]
    if not isinstance(value, dict):
        return []
    return [place for key, item in value.items() for place in [(*path, key), *places(item, (*path, key))]]


def owner_of(document: Document, place: Place) -> Document:
    found: Any = document
    for step in place[:-1]:
        found = found[step]
    owner: Document = found
    return owner


def is_refused(document: Document) -> bool:
    """Whether the reader refuses the document for what a schema can say."""
    try:
        parse(json.dumps(document), Path("talk.json"))
    except TranscriptFileError as error:
        return BEYOND_A_SCHEMA.search(error.cause) is None
    return False


@pytest.fixture
def document(interview: Transcript) -> Document:
    loaded: Document = json.loads(render(interview))
    loaded["turns"][0]["words"][0]["marks"] = [*Mark]
    return loaded


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_interview_and_the_example_are_valid(interview: Transcript) -> None:
    (example,) = re.findall(
        r"```json\n(.*?)```", (DOCS / "transcript-format.md").read_text(encoding="utf-8"), re.DOTALL
    )
    VALIDATOR.validate(json.loads(example))
    VALIDATOR.validate(json.loads(render(interview)))


@pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_transcripts_are_valid(transcript: Transcript) -> None:
    VALIDATOR.validate(json.loads(render(transcript)))


@anything
@given(transcripts())
def test_any_transcript_is_valid(transcript: Transcript) -> None:
    VALIDATOR.validate(json.loads(render(transcript)))


def test_the_schema_has_every_key_of_the_description() -> None:
    text = (DOCS / "transcript-format.md").read_text(encoding="utf-8")
    assert described(SCHEMA) == set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


def test_it_asks_for_the_keys_that_the_reader_asks_for(document: Document) -> None:
    for place in places(document):
        owner = owner_of(document, place)
        value = owner.pop(str(place[-1]))
        assert VALIDATOR.is_valid(document) != is_refused(document), place
        owner[str(place[-1])] = value


@pytest.mark.parametrize("wrong", [None, True, -1, 1.5, "no", [], [None], {}], ids=repr)
def test_it_refuses_the_values_that_the_reader_refuses(document: Document, wrong: object) -> None:
    for place in places(document):
        owner, key = owner_of(document, place), str(place[-1])
        value, owner[key] = owner[key], wrong
        if place != ("turns", 0, "text"):  # the reader passes over it
            assert VALIDATOR.is_valid(document) != is_refused(document), place
        owner[key] = value


def test_a_later_version_is_not_valid(document: Document) -> None:
    document["schema"] = "diarist-transcript/2"
    assert not VALIDATOR.is_valid(document)
