"""ODT is read by another library: names, times, words in order; looks and language in its XML."""

import io
from zipfile import ZipFile

import pytest
from odf import teletype
from odf.opendocument import OpenDocument, load
from odf.table import TableCell, TableRow
from odf.text import H, P, Span

from desktop_app.core.export.formats.odt_format import render
from desktop_app.core.export.printed import PageLayout, PrintedOptions, printed
from desktop_app.core.export.reading_layout import Times
from desktop_app.core.export.speaker_inks import ink_on_white
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def read(data: bytes) -> OpenDocument:
    return load(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def said(text: str, *, language: str | None = None) -> Transcript:
    turn = Turn("S1", 12_000, 13_000, (Word(text, 12_000, 13_000),))
    return Transcript(AudioSource("talk.wav", 65_000), (Speaker("S1", "Anna", 3),), (turn,), language=language)


def texts(document: OpenDocument) -> list[str]:
    return [teletype.extractText(each) for kind in (H, P) for each in document.text.getElementsByType(kind)]


@hostile
def test_paragraphs_come_back_in_order(transcript: Transcript) -> None:
    page = printed(transcript, PrintedOptions())
    expected = [f"[{each.parts[0][0]}] {each.name}: {each.text}" for each in page.passages]
    assert texts(read(render(transcript))) == [page.title, page.line, *expected]


@hostile
def test_rows_of_a_table_come_back_in_order(transcript: Transcript) -> None:
    document = read(render(transcript, PrintedOptions(layout=PageLayout.TABLE)))
    rows = [
        [teletype.extractText(cell) for cell in row.getElementsByType(TableCell)]
        for row in document.text.getElementsByType(TableRow)
    ]
    expected = [[each.parts[0][0], each.name, each.text] for each in printed(transcript, PrintedOptions()).passages]
    assert rows == [["Time", "Speaker", "Text"], *(expected or [["", "", ""]])]


def test_times_and_title_can_be_left_out_and_turns_merged(interview: Transcript) -> None:
    first, second, note = texts(read(render(interview, PrintedOptions(times=Times.NONE, title=False, merged=True))))
    assert first == "Anna Berg: So, tell me: where did it begin?"
    assert second.endswith("how quiet it is there now. A --> B & <so> on …")
    assert note.startswith("[3 of 13")
    assert "[1:01:01] A -->" in texts(read(render(interview, PrintedOptions(merged=True, times=Times.MINUTES))))[3]


def test_names_are_bold_and_in_the_speaker_s_ink() -> None:
    data = render(said("Hi."))
    (name,) = [each for each in read(data).text.getElementsByType(Span) if teletype.extractText(each) == "Anna:"]
    style = name.getAttribute("stylename")
    assert (
        f'"{style}" style:family="text"><style:text-properties fo:font-weight="bold" fo:color="{ink_on_white(3)}"'
        in (part(data, "styles.xml"))
    )


def test_hebrew_begins_at_the_right() -> None:
    assert 'style-name="Leftward"' in part(render(said("שלום")), "content.xml")
    assert 'style-name="Leftward"' not in part(render(said("peace")), "content.xml")


def test_the_language_is_told_where_it_is_known_and_not_made_up_otherwise() -> None:
    assert 'fo:language="de"' in part(render(said("Ja.", language="de")), "styles.xml")
    assert "fo:language" not in part(render(said("Ja.")), "styles.xml")


def test_nothing_tells_of_this_computer_or_of_the_time(interview: Transcript) -> None:
    with ZipFile(io.BytesIO(render(interview))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Harbour talk 1.wav" in whole
    for told in (b"/recordings", b"creator", b"<dc:date", b"creation-date"):
        assert told not in whole


def test_ten_hours_become_a_document() -> None:
    assert "word99999" in part(render(ten_hours()), "content.xml")
