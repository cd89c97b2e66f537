"""How a document's pages will look, as near as a preview comes: Word, OpenDocument and PDF print the same."""

from collections.abc import Iterator
from html import escape

from desktop_app.core.export.printed import PageLayout, Passage, Printed, PrintedOptions, printed
from desktop_app.core.export.speaker_inks import MUTED_ON_WHITE, ink_on_white
from desktop_app.core.transcript.values import Transcript

_PAGE = "<!doctype html><body style='background:#ffffff;color:#000000'>"


def page_preview(transcript: Transcript, options: PrintedOptions) -> str:
    """HTML of what a document prints, with the speakers' colours on white paper."""
    page = printed(transcript, options)
    return "".join([_PAGE, *_head(page, options), *_body(page, options), *map(_muted, page.notes)])


def _head(page: Printed, options: PrintedOptions) -> Iterator[str]:
    if options.title:
        yield f"<h2>{escape(page.title)}</h2>{_muted(page.line)}"


def _body(page: Printed, options: PrintedOptions) -> Iterator[str]:
    if options.layout == PageLayout.TABLE:
        rows = (
            f"<tr><td>{_time(time)}</td><td>{_name(passage)}</td><td>{escape(text)}</td></tr>"
            for passage in page.passages
            for time, text in passage.parts
        )
        yield f"<table cellpadding=4>{''.join(rows)}</table>"
        return
    for passage in page.passages:
        said = " ".join(f"{_time(time)} {escape(text)}" if time else escape(text) for time, text in passage.parts)
        yield f"<p>{_name(passage)} {said}</p>"


def _name(passage: Passage) -> str:
    return f"<b style='color:{ink_on_white(passage.colour)}'>{escape(passage.name)}</b>"


def _time(time: str) -> str:
    return f"<span style='color:{MUTED_ON_WHITE}'>{time}</span>"


def _muted(text: str) -> str:
    return f"<p style='color:{MUTED_ON_WHITE}'>{escape(text)}</p>"
