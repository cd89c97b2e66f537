"""JSON comes back as it went, or is refused with a reason."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.export.formats.json_format import parse, render
from desktop_app.core.transcript.values import AudioSource, Mark, Speaker, Transcript, Turn, Word

SOURCE = Path("talk.json")
DESCRIPTION = Path(__file__).parents[4] / "docs" / "transcript-format.md"

Document = dict[str, Any]


ANNA = Speaker("S1", "Anna", 0)
MARKED = Word("hm", 0, 9, marks=frozenset({Mark.UNCERTAIN, Mark.OFF_RECORD}))


@pytest.fixture
def document(interview: Transcript) -> Document:
    loaded: Document = json.loads(render(interview))
    return loaded


def cause(data: bytes | str) -> str:
    with pytest.raises(TranscriptFileError) as caught:
        parse(data, SOURCE)
    assert caught.value.path == SOURCE
    assert str(caught.value) == f"talk.json cannot be opened: {caught.value.cause}"
    return caught.value.cause


def test_the_interview_comes_back_as_it_went(interview: Transcript) -> None:
    assert parse(render(interview), SOURCE) == interview
    assert parse(render(interview).encode("utf-8"), SOURCE) == interview


def test_an_empty_transcript_comes_back_as_it_went() -> None:
    nothing = Transcript(AudioSource("", 0))
    assert parse(render(nothing), SOURCE) == nothing


def test_a_file_that_an_editor_gave_a_byte_order_mark_is_read(interview: Transcript) -> None:
    assert parse(render(interview).encode("utf-8-sig"), SOURCE) == interview


@pytest.mark.parametrize("text", ["🎙 👩‍👩‍👧", "lone \udce9", "\ud83d alone", 'a "b" \\ c', "a\nb\x00\x85\u2028", "é"])
def test_any_text_survives_the_way_through_a_file(tmp_path: Path, text: str) -> None:
    turn = Turn(text, 0, 900, (Word(text, 0, 900),))
    talk = Transcript(AudioSource(text, 900), (Speaker(text, text, 0),), (turn,), language=text)
    (tmp_path / "talk.json").write_bytes(render(talk).encode("utf-8"))
    assert parse((tmp_path / "talk.json").read_bytes(), SOURCE) == talk


def test_letters_are_written_as_they_are() -> None:
    assert '"Søren 🎙"' in render(Transcript(AudioSource("", 0), (Speaker("S1", "Søren 🎙", 0),)))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_lacks_are_written_as_unknown(interview: Transcript, number: float) -> None:
    odd = replace(interview.turns[0], margin=number, words=(Word("Oh", 0, 900, confidence=number),))
    (turn,) = parse(render(replace(interview, turns=(odd,))), SOURCE).turns
    assert (turn.margin, turn.words[0].confidence) == (None, None)


def test_keys_of_a_later_hand_are_passed_over(document: Document, interview: Transcript) -> None:
    document["mood"] = "calm"
    document["audio"]["album"] = {"title": None}
    document["turns"][0]["words"][0]["stress"] = [1, 2]
    assert parse(json.dumps(document), SOURCE) == interview


def test_a_turns_text_is_taken_from_its_words(document: Document, interview: Transcript) -> None:
    del document["turns"][0]["text"]
    document["turns"][1]["text"] = "something else"
    assert parse(json.dumps(document), SOURCE) == interview


def test_the_id_of_the_voices_comes_back_and_older_files_have_none(document: Document, interview: Transcript) -> None:
    kept = replace(interview, voices="ab" * 32)
    assert parse(render(kept), SOURCE) == kept
    del document["voices"]
    assert parse(json.dumps(document), SOURCE).voices is None


def test_a_key_that_may_be_null_may_be_left_out(document: Document, interview: Transcript) -> None:
    del document["language"], document["turns"][0]["margin"]
    read = parse(json.dumps(document), SOURCE)
    assert (read.language, read.turns[0].margin) == (None, None)


def test_an_incomplete_transcript_comes_back_as_one(interview: Transcript) -> None:
    part = replace(interview, incomplete_from_ms=31_000)
    assert parse(render(part), SOURCE) == part


def test_a_whole_number_will_do_for_a_fraction(document: Document) -> None:
    document["turns"][0]["words"][0]["confidence"] = 1
    confidence = parse(json.dumps(document), SOURCE).turns[0].words[0].confidence
    assert confidence == 1
    assert isinstance(confidence, float)


@pytest.mark.parametrize("data", [b"", b"WEBVTT\n", b"{", b'{"schema": ', b"\xff\xfe\xfd", "[" * 100_000, "9" * 5000])
def test_what_is_not_json_is_refused(data: bytes | str) -> None:
    assert cause(data).startswith("it is not JSON (")


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_that_json_lacks_are_refused_by_name(interview: Transcript, constant: str) -> None:
    assert cause(render(interview).replace("0.31", constant)) == f"it is not JSON ({constant} is not a number in JSON)"


@pytest.mark.parametrize(
    "data",
    ["null", "[]", "7", "{}", '{"schema": null}', '{"schema": 1}', '{"schema": "other/1"}']
    + [f'{{"schema": "diarist-transcript/{version}"}}' for version in ("", "0", "01", "-1", "1.0", "x", "1 ")],
)
def test_other_json_is_not_taken_for_a_transcript(data: str) -> None:
    assert cause(data) == "it is not a Diarist transcript"


@pytest.mark.parametrize("version", [2, 10, 999_999_999])
def test_a_newer_version_is_refused_and_never_opened_in_part(document: Document, version: int) -> None:
    document["schema"] = f"diarist-transcript/{version}"
    assert cause(json.dumps(document)) == f"it was written by a newer Diarist (format {version}; this one reads 1)"


MISSING: list[tuple[Callable[[Document], Any], str, str]] = [
    (lambda d: d, "audio", "audio"),
    (lambda d: d, "turns", "turns"),
    (lambda d: d["audio"], "duration_ms", "audio.duration_ms"),
    (lambda d: d["engines"][1], "role", "engines[1].role"),
    (lambda d: d["speakers"][0], "colour", "speakers[0].colour"),
    (lambda d: d["turns"][2], "speech", "turns[2].speech"),
    (lambda d: d["turns"][1]["speech"][1], "end_ms", "turns[1].speech[1].end_ms"),
    (lambda d: d["turns"][0]["words"][3], "start_ms", "turns[0].words[3].start_ms"),
]


@pytest.mark.parametrize(("find", "key", "where"), MISSING, ids=[where for *_, where in MISSING])
def test_a_missing_field_is_named(document: Document, find: Callable[[Document], Any], key: str, where: str) -> None:
    del find(document)[key]
    assert cause(json.dumps(document)) == f"“{where}” is missing"


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("audio", [], "“audio” is not an object"),
        ("turns", {}, "“turns” is not a list"),
        ("turns[0]", 3, "“turns[0]” is not an object"),
        ("audio.file", 3, "“audio.file” is not a string"),
        ("audio.duration_ms", 1.5, "“audio.duration_ms” is not a whole number from 0 up"),
        ("audio.duration_ms", True, "“audio.duration_ms” is not a whole number from 0 up"),
        ("audio.channels", "2", "“audio.channels” is not a whole number from 0 up"),
        ("language", 7, "“language” is not a string"),
        ("voices", 7, "“voices” is not a string"),
        ("speakers[1].colour", -1, "“speakers[1].colour” is not a whole number from 0 up"),
        ("turns[0].margin", "near", "“turns[0].margin” is not a number"),
        ("turns[0].margin", False, "“turns[0].margin” is not a number"),
        ("turns[0].margin", 10**400, "“turns[0].margin” is not a number"),
        ("turns[0].overlap", 1, "“turns[0].overlap” is not true or false"),
        ("turns[0].words[1].text", None, "“turns[0].words[1].text” is missing"),
        ("turns[0].words[1].estimated", "no", "“turns[0].words[1].estimated” is not true or false"),
        ("turns[0].speech[0].end_ms", 7, "“turns[0].speech[0]” ends before it begins (7 and 1200 ms)"),
        ("turns[0].words[1].end_ms", 1579, "“turns[0].words[1]” ends before it begins (1579 and 1580 ms)"),
        ("turns[1].end_ms", 0, "“turns[1]” ends before it begins (0 and 4100 ms)"),
        ("turns[0].speaker", "S9", "a turn names an unknown speaker: 'S9'"),
        ("speakers[1].id", "S1", "two speakers share an id"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(document: Document, path: str, value: object, reason: str) -> None:
    *steps, last = (int(step) if step.isdigit() else step for step in re.findall(r"\w+", path))
    place: Any = document
    for step in steps:
        place = place[step]
    place[last] = value
    assert cause(json.dumps(document)) == reason


def test_a_number_too_large_to_hold_is_named(interview: Transcript) -> None:
    assert cause(render(interview).replace("0.31", "1e999")) == "“turns[0].margin” is not a number"


def test_the_description_has_every_key(document: Document) -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", DESCRIPTION.read_text(encoding="utf-8"), re.MULTILINE))
    marked = render(Transcript(AudioSource("", 0), (ANNA,), (Turn("S1", 0, 9, (MARKED,)),)))
    assert described == keys(document) | keys(json.loads(marked))


def test_marks_come_back_and_are_written_only_where_there_are_any(interview: Transcript) -> None:
    talk = Transcript(AudioSource("", 9), (ANNA,), (Turn("S1", 0, 9, (MARKED,)),))
    assert parse(render(talk), SOURCE) == talk
    assert "marks" not in render(interview)


def test_a_mark_of_which_nothing_is_known_is_refused() -> None:
    talk = render(Transcript(AudioSource("", 9), (ANNA,), (Turn("S1", 0, 9, (MARKED,)),)))
    assert cause(talk.replace("uncertain", "shouted")) == "“turns[0].words[0].marks[1]” is not a mark of this version"


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_the_example_in_the_description_can_be_read() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", DESCRIPTION.read_text(encoding="utf-8"), re.DOTALL)
    talk = parse(example, SOURCE)
    assert json.loads(render(talk)) == json.loads(example)
