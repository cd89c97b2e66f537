"""DOCX: a document for Word and what reads its files."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.core.export.printed import PageLayout, Passage, Printed, PrintedOptions, printed
from desktop_app.core.export.reading_layout import Times
from desktop_app.core.export.speaker_inks import MUTED_ON_WHITE, ink_on_white
from desktop_app.core.export.text_direction import runs_to_the_left
from desktop_app.core.export.zip_parts import parts_of, zipped
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_USUAL = PrintedOptions()
_WIDTHS_CM = {"time": 2.0, "speaker": 3.5, "text": 11.0}


def render(transcript: Transcript, options: PrintedOptions = _USUAL) -> bytes:
    """A4, with coloured names and the page's number; of the maker it says nothing, nor when it was made."""
    import docx

    page = printed(transcript, options)
    document = docx.Document()
    _describe(document, page, transcript.language)
    _set_up(document)
    if options.title:
        document.add_paragraph(page.title, style="Title")
        _write(document.add_paragraph(), page.line, colour=MUTED_ON_WHITE)
    if options.layout is PageLayout.TABLE:
        _table(document, page.passages, timed=options.times is not Times.NONE)
    else:
        for passage in page.passages:
            _paragraph(document, passage)
    for note in page.notes:
        _write(_below(document), note, colour=MUTED_ON_WHITE)
    written = io.BytesIO()
    document.save(written)
    return zipped(parts_of(written.getvalue()))


def _describe(document: "Document", page: Printed, language: str | None) -> None:
    from datetime import datetime

    known = document.core_properties
    known.title, known.language = page.title[:255], language or ""
    known.author = known.comments = known.last_modified_by = ""
    known.created = known.modified = datetime(1980, 1, 1)
    for spoken in document.styles.element.xpath("w:docDefaults//w:lang"):
        spoken.getparent().remove(spoken)
    if language:
        _add(document.styles["Normal"].element.get_or_add_rPr(), "w:lang", val=language, bidi=language)


def _set_up(document: "Document") -> None:
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.25)
    usual, title = document.styles["Normal"], document.styles["Title"]
    usual.font.name, usual.font.size = "Calibri", Pt(11)
    usual.paragraph_format.space_after = Pt(8)
    title.font.color.rgb, title.font.size = RGBColor(0, 0, 0), Pt(20)
    number = section.footer.paragraphs[0]
    number.alignment = 1  # in the middle
    _add(number._p, "w:fldSimple", instr="PAGE")


def _below(document: "Document") -> "Paragraph":
    """A paragraph with room above it, for it may follow a table."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(8)
    return paragraph


def _paragraph(document: "Document", passage: Passage) -> None:
    paragraph = document.add_paragraph()
    (first, text), *others = passage.parts
    if first:
        _write(paragraph, f"[{first}] ", colour=MUTED_ON_WHITE)
    _write(paragraph, f"{passage.name}:", colour=ink_on_white(passage.colour), bold=True)
    _write(paragraph, f" {text}")
    _write_parts(paragraph, others)
    _turn_round(paragraph, passage.text)


def _write_parts(paragraph: "Paragraph", parts: Iterable[tuple[str, str]]) -> None:
    for time, text in parts:
        if time:
            _write(paragraph, f" [{time}]", colour=MUTED_ON_WHITE)
        _write(paragraph, f" {text}")


def _table(document: "Document", passages: Iterable[Passage], *, timed: bool) -> None:
    from docx.shared import Cm

    heads = {"time": tr("Time", "a column"), "speaker": tr("Speaker"), "text": tr("Text", "a column")}
    kinds = list(heads) if timed else list(heads)[1:]
    table = document.add_table(1, len(kinds), style="Table Grid")
    table.autofit = False
    for kind, column, cell in zip(kinds, table.columns, table.rows[0].cells, strict=True):
        column.width = cell.width = Cm(_WIDTHS_CM[kind])
        _write(cell.paragraphs[0], heads[kind], bold=True)
    _add(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    for passage in passages:
        *before, name, text = (cell.paragraphs[0] for cell in table.add_row().cells)
        (first, said), *others = passage.parts
        for time in before:
            _write(time, first, colour=MUTED_ON_WHITE)
        _write(name, passage.name, colour=ink_on_white(passage.colour), bold=True)
        _write(text, said)
        _write_parts(text, others)
        _turn_round(text, passage.text)


def _write(paragraph: "Paragraph", text: str, *, colour: str = "", bold: bool = False) -> None:
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    if bold:
        run.bold = True
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour[1:].upper())
    if runs_to_the_left(text):
        run.font.rtl = True


def _turn_round(paragraph: "Paragraph", text: str) -> None:
    """Let the paragraph begin at the right, if its text does."""
    if runs_to_the_left(text):
        _add(paragraph._p.get_or_add_pPr(), "w:bidi")


def _add(parent: "BaseOxmlElement", tag: str, **values: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
