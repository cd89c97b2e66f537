"""Markdown, RTF, ODT and SubStation's subtitles."""

import io
import zipfile

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.transcript.values import Transcript
from importing.imported import imported, told

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
RTF = rb"""{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\*\generator Word;}
\pard [00:12] \b Anna:\b0  Gr\'fc\'dfe, \u8220?du\u8221?.\par
[00:20] Ben: Ja \u-10179?\u-8703? \{x\}\~y.\par}"""
ASS = """[Script Info]
Title: talk
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not said
Dialogue: 0,0:00:01.00,0:00:02.50,Default,Anna,0,0,0,,{\\b1}Well,{\\b0} hello\\Nyou
Dialogue: 0,0:00:03.00,0:00:04.00,Default,Ben,0,0,0,,Yes.
"""


def odt(text: str) -> bytes:
    data = io.BytesIO()
    xml = f"<office:document-content {SPACES}><office:body><office:text>{text}</office:text></office:body>"
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("content.xml", f"{xml}</office:document-content>")
    return data.getvalue()


def said(read: Transcript) -> list[tuple[str, int, str]]:
    return [(read.speaker(turn.speaker).name, turn.start_ms, turn.text) for turn in read.turns]


def test_markdown_is_text_without_its_marks() -> None:
    read = imported("# Talk\n\n**Anna** [00:12]: Hello \\*you\\*.\n\n**[00:20] Ben:** Yes.\n", "md")
    assert said(read) == [("Anna", 12_000, "Hello *you*."), ("Ben", 20_000, "Yes.")]


def test_rtf_is_read_with_its_letters() -> None:
    assert said(imported(RTF, "rtf")) == [("Anna", 12_000, "Grüße, “du”."), ("Ben", 20_000, "Ja 😁 {x} y.")]


def test_an_odt_is_read_with_its_spaces_and_without_what_was_struck_out() -> None:
    text = '<text:tracked-changes><text:p>no</text:p></text:tracked-changes><text:p>[00:12]<text:s text:c="2"/>'
    text += "<text:span>Anna:</text:span> Hello.</text:p><text:h>[00:20] Ben: Yes.</text:h>"
    assert said(imported(odt(text), "odt")) == [("Anna", 12_000, "Hello."), ("Ben", 20_000, "Yes.")]


def test_dialogue_has_names_and_comments_are_not_said() -> None:
    assert told(imported(ASS, "ass")) == ["Anna 1000-2500 Well, hello you", "Ben 3000-4000 Yes."]


@pytest.mark.parametrize(
    ("ending", "data", "why"),
    [
        ("rtf", b"hello", "line 1: it is no RTF"),
        ("odt", b"hello", "it cannot be unpacked"),
        ("odt", odt("<text:p>"), "line 1: it is no whole XML"),
        ("ass", ASS.replace("0:00:03.00", "soon").encode(), "line 7: “soon” is no time"),
        ("ass", b"[Events]\nDialogue: 0,0\n", "line 2: a subtitle has too few fields"),
        ("ass", b"hello", "line 1: it has no cues"),
    ],
)
def test_what_is_wrong_is_told(ending: str, data: bytes, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(data, ending)


def test_braces_without_end_are_no_trouble() -> None:
    assert imported(b"{\\rtf1 " + b"{" * 100_000 + b"Anna: Hello.", "rtf").turns
