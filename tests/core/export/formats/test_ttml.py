"""TTML is what DAPT asks for, and a reader of TTML finds every cue in it."""

from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given
from ttconv import model
from ttconv.imsc import reader

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue, cues
from desktop_app.core.export.formats.ttml import render
from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours
from export.test_any_text import anything, transcripts

TT = "{http://www.w3.org/ns/ttml}"
TTM = "{http://www.w3.org/ns/ttml#metadata}"
DAPTM = "{http://www.w3.org/ns/ttml/profile/dapt#metadata}"
XML = "{http://www.w3.org/XML/1998/namespace}"
hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def talk(name: str = "Anna", text: str = "Yes.", language: str | None = None) -> Transcript:
    turn = Turn("S1", 0, 1500, (Word(text, 0, 1500),))
    return Transcript(AudioSource("/home/me/talk.wav", 9000), (Speaker("S1", name, 0),), (turn,), language=language)


def root_of(transcript: Transcript) -> ElementTree.Element:
    return ElementTree.fromstring(render(transcript).encode("utf-8"))


def characters(root: ElementTree.Element) -> dict[str, str | None]:
    """The names of the characters by their identifiers, where DAPT 1.0 (5.2) wants them."""
    agents = root.findall(f"{TT}head/{TT}metadata/{TTM}agent")
    assert {agent.get("type") for agent in agents} <= {"character"}
    return {agent.get(f"{XML}id", ""): agent.findtext(f"{TTM}name[@type='alias']") for agent in agents}


def shown_name(name: str, character: str | None) -> str | None:
    """The speaker's name as XML can carry it; the identifier if nothing of it is left."""
    return fit_for_xml(name) or character


def content(element: model.ContentElement) -> str:
    if isinstance(element, model.Br):
        return "\n"
    return element.get_text() if isinstance(element, model.Text) else "".join(map(content, element))


def read(transcript: Transcript) -> list[tuple[Fraction, Fraction | None, str]]:
    """Begin and end in seconds, and the text, of every cue that a reader of TTML finds."""
    document = reader.to_model(ElementTree.parse(BytesIO(render(transcript).encode("utf-8"))))
    assert document is not None
    body = document.get_body()
    assert body is not None
    return [(div.get_begin() or Fraction(0), div.get_end(), "".join(content(p) for p in div)) for div in body]


def expected(cue: Cue) -> tuple[Fraction, Fraction, str]:
    return Fraction(cue.start_ms, 1000), Fraction(cue.end_ms, 1000), fit_for_xml("\n".join(cue.lines))


def check(transcript: Transcript) -> None:
    """Whether other readers find the cues, their times to the millisecond, and who speaks."""
    shown, root = cues(transcript), root_of(transcript)
    assert read(transcript) == [expected(cue) for cue in shown]
    named = speaker_names(transcript.speakers).values()
    names = characters(root)
    assert [*names.values()] == [shown_name(name, own) for own, name in zip(names, named, strict=True)]
    agents = [event.get(f"{TTM}agent") for event in root.findall(f"{TT}body/{TT}div")]
    assert [names[own or ""] for own in agents] == [
        shown_name(cue.name, own) for cue, own in zip(shown, agents, strict=True)
    ]
    identifiers = [each.get(f"{XML}id") for each in root.iter() if each.get(f"{XML}id")]
    assert len(set(identifiers)) == len(identifiers) == len(names) + len(shown)


@hostile
def test_other_readers_find_the_cues(transcript: Transcript) -> None:
    check(transcript)


@anything
@given(transcripts())
def test_other_readers_find_whatever_is_said(transcript: Transcript) -> None:
    check(transcript)


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en"), ("pt-BR", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), (None, "und"), ("", "und"), ('a"b', "und")],
)
def test_it_is_an_original_transcript_of_dialogue_in_its_language(language: str | None, tag: str) -> None:
    root = root_of(talk(language=language))
    assert root.tag == f"{TT}tt"
    assert root.attrib == {
        "{http://www.w3.org/ns/ttml#parameter}contentProfiles": "http://www.w3.org/ns/ttml/profile/dapt1.0/content",
        f"{XML}lang": tag,
        f"{DAPTM}langSrc": tag,
        f"{DAPTM}scriptRepresents": "audio.dialogue",
        f"{DAPTM}scriptType": "originalTranscript",
    }
    assert {event.get(f"{DAPTM}represents") for event in root.iter(f"{TT}div")} == {"audio.dialogue"}


def test_speakers_of_one_name_are_two_characters() -> None:
    assert [*characters(root_of(HOSTILE["namesakes"])).values()] == ["Anna", "anna", "Anna (2)", "A\u0308nne", "Änne"]


def test_what_a_reader_must_know_is_described_and_no_folder_is_named() -> None:
    root = root_of(replace(talk(), incomplete_from_ms=900, warnings=("It was loud & <long>.",)))
    metadata = root.findall(f"{TT}head/{TT}metadata/*")
    assert [(each.tag, each.text) for each in metadata[:3]] == [
        (f"{TTM}title", "talk.wav"),
        (f"{TTM}desc", "incomplete: interrupted at 00:00 of 00:09"),
        (f"{TTM}desc", "It was loud & <long>."),
    ]
    assert "/home" not in render(talk())


def test_lines_are_as_they_are_chosen() -> None:
    text = render(talk(text="one two three"), CueLimits(line_chars=10))
    assert "<p>one two three</p>" in text  # a word, however long, is not broken
    words = tuple(Word(each, 0, 900) for each in ("one", "two", "three"))
    three = replace(talk(), turns=(Turn("S1", 0, 900, words),))
    assert "<p>one two<br/>three</p>" in render(three, CueLimits(line_chars=10))


def test_ten_hours_come_out_whole() -> None:
    assert render(ten_hours()).count("word") == 100_000
