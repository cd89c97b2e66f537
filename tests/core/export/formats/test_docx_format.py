"""DOCX is read by another library: names, times, words in order; looks and language in its XML."""

import io
import re
from xml.etree import ElementTree
from zipfile import ZipFile

import mammoth
import pytest
from lxml import html

from desktop_app.core.export.formats.docx_format import render
from desktop_app.core.export.printed import PageLayout, PrintedOptions, printed
from desktop_app.core.export.reading_layout import Times
from desktop_app.core.export.speaker_inks import ink_on_white
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes) -> html.HtmlElement:
    return html.fromstring(f"<div>{mammoth.convert_to_html(io.BytesIO(data)).value}</div>")


def part(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def said(*texts: str, language: str | None = None, name: str = "Anna") -> Transcript:
    words = tuple(Word(text, 12_000, 13_000) for text in texts)
    turn = Turn("S1", 12_000, 13_000, words)
    return Transcript(AudioSource("talk.wav", 65_000), (Speaker("S1", name, 3),), (turn,), language=language)


def paragraphs(root: html.HtmlElement) -> list[str]:
    return [element.text_content().strip() for element in root.iter("p") if element.text_content().strip()]


@hostile
def test_paragraphs_come_back_in_order(transcript: Transcript) -> None:
    page = printed(transcript, PrintedOptions())
    expected = [f"[{each.parts[0][0]}] {each.name}: {each.text}" for each in page.passages]
    assert paragraphs(read(render(transcript))) == [page.title, page.line, *expected]


@hostile
def test_rows_of_a_table_come_back_in_order(transcript: Transcript) -> None:
    root = read(render(transcript, PrintedOptions(layout=PageLayout.TABLE)))
    rows = [[cell.text_content().strip() for cell in row if cell.tag == "td"] for row in root.iter("tr")]
    expected = [[each.parts[0][0], each.name, each.text] for each in printed(transcript, PrintedOptions()).passages]
    assert [row for row in rows if row] == expected


def test_times_and_title_can_be_left_out_and_turns_merged(interview: Transcript) -> None:
    root = read(render(interview, PrintedOptions(times=Times.NONE, title=False, merged=True)))
    first, second, note = paragraphs(root)
    assert first == "Anna Berg: So, tell me: where did it begin?"
    assert second.endswith("how quiet it is there now. A --> B & <so> on …")
    assert note.startswith("[3 of 13")
    assert "[1:01:01] A -->" in paragraphs(read(render(interview, PrintedOptions(merged=True, times=Times.MINUTES))))[3]


def test_names_are_bold_and_in_the_speaker_s_ink() -> None:
    data = render(said("Hi."))
    assert [each.text_content() for each in read(data).iter("strong")] == ["Anna:"]
    (run,) = [
        run
        for run in ElementTree.fromstring(part(data, "word/document.xml")).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}b") is not None
    ]
    colour = run.find(f"{W}rPr/{W}color")
    assert colour is not None
    assert colour.get(f"{W}val") == ink_on_white(3)[1:].upper()


def test_hebrew_begins_at_the_right() -> None:
    assert "<w:bidi/>" in part(render(said("שלום")), "word/document.xml")
    assert "<w:bidi/>" not in part(render(said("peace")), "word/document.xml")


def test_the_language_is_told_where_it_is_known_and_not_made_up_otherwise() -> None:
    assert re.search(r'<w:lang w:val="de"', part(render(said("Ja.", language="de")), "word/styles.xml"))
    assert "<w:lang" not in part(render(said("Ja.")), "word/styles.xml")


def test_nothing_tells_of_this_computer_or_of_the_time(interview: Transcript) -> None:
    core = part(render(interview), "docProps/core.xml")
    assert "Harbour talk 1" in core
    assert "1980-01-01T00:00:00Z" in core
    assert "python-docx" not in core
    whole = "".join(part(render(interview), name) for name in ("word/document.xml", "docProps/core.xml"))
    assert "/recordings" not in whole


def test_pages_are_numbered() -> None:
    with ZipFile(io.BytesIO(render(said("Hi.")))) as archive:
        footers = [archive.read(name) for name in archive.namelist() if name.startswith("word/footer")]
    assert any(b"PAGE" in footer for footer in footers)


def test_a_transcript_gives_the_same_file_again(interview: Transcript) -> None:
    assert render(interview) == render(interview)


@pytest.mark.slow
def test_ten_hours_become_a_document() -> None:
    assert "word99999" in part(render(ten_hours()), "word/document.xml")
