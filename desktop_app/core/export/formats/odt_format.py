"""ODT: a document for LibreOffice and what reads its files (OpenDocument 1.2)."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from desktop_app.core.export.odt_parts import MANIFEST, MIME_TYPE, content, meta, styles
from desktop_app.core.export.printed import PageLayout, Passage, Printed, PrintedOptions, printed
from desktop_app.core.export.reading_layout import Times
from desktop_app.core.export.speaker_inks import COUNT
from desktop_app.core.export.text_direction import runs_to_the_left
from desktop_app.core.export.zip_parts import zipped
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

_USUAL = PrintedOptions()


def render(transcript: Transcript, options: PrintedOptions = _USUAL) -> bytes:
    """A4, with coloured names and the page's number; of the maker it says nothing, nor when it was made."""
    page = printed(transcript, options)
    parts = {
        "mimetype": MIME_TYPE,
        "META-INF/manifest.xml": MANIFEST,
        "meta.xml": meta(page.title, transcript.language),
        "styles.xml": styles(transcript.language),
        "content.xml": content("".join(_body(page, options))),
    }
    return zipped(((name, text.encode("utf-8")) for name, text in parts.items()), stored="mimetype")


def _body(page: Printed, options: PrintedOptions) -> Iterator[str]:
    if options.title:
        yield f'<text:h text:style-name="Title" text:outline-level="1">{escape(page.title)}</text:h>'
        yield _paragraph(_span("Time", page.line))
    if options.layout is PageLayout.TABLE:
        yield from _table(page.passages, timed=options.times is not Times.NONE)
    else:
        for passage in page.passages:
            time = passage.parts[0][0]
            begin = f"{_span('Time', f'[{time}]')} " if time else ""
            name = _span(_style(passage), f"{passage.name}:")
            yield _paragraph(f"{begin}{name} {_said(passage)}", passage.text)
    for note in page.notes:
        yield _paragraph(_span("Time", note))


def _table(passages: Sequence[Passage], *, timed: bool) -> Iterator[str]:
    first = 0 if timed else 1
    columns = ("TimeColumn", "SpeakerColumn", "TextColumn")[first:]
    heads = (tr("Time", "a column"), tr("Speaker"), tr("Text", "a column"))[first:]
    yield '<table:table table:name="Transcript" table:style-name="Table">'
    yield "".join(f'<table:table-column table:style-name="{each}"/>' for each in columns)
    head = _row(_paragraph(_span("Head", each)) for each in heads)
    yield f"<table:table-header-rows>{head}</table:table-header-rows>"
    # A table has one row at least.
    if not passages:
        yield _row(_paragraph("") for _ in heads)
    for passage in passages:
        time = _paragraph(_span("Time", passage.parts[0][0]))
        name = _paragraph(_span(_style(passage), passage.name))
        yield _row((time, name, _paragraph(_said(passage), passage.text))[first:])
    yield "</table:table>"


def _row(cells: Iterable[str]) -> str:
    inner = "".join(
        f'<table:table-cell table:style-name="Cell" office:value-type="string">{cell}</table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{inner}</table:table-row>"


def _said(passage: Passage) -> str:
    """The text of a passage; the times after the first stand in it."""
    (_, text), *others = passage.parts
    later = [f" {_span('Time', f'[{time}]')} {escape(said)}" if time else f" {escape(said)}" for time, said in others]
    return escape(text) + "".join(later)


def _paragraph(inner: str, text: str = "") -> str:
    style = "Leftward" if runs_to_the_left(text) else "Standard"
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def _span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def _style(passage: Passage) -> str:
    return f"Speaker{passage.colour % COUNT}"
