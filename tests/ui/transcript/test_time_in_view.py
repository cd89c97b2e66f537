"""When the text in view was said."""

from pytestqt.qtbot import QtBot
from scripted import transcript, turn

from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.time_in_view import TimeInView
from desktop_app.ui.transcript.transcript_text import TranscriptText


def test_it_is_told_as_the_text_is_scrolled(qtbot: QtBot, text: TranscriptText) -> None:
    in_view = TimeInView(text)
    assert in_view.span() is None
    text.show_document(Document(transcript(*(turn("so it was", 5000 * n) for n in range(100))), text))
    qtbot.waitUntil(lambda: not text.is_filling())
    with qtbot.waitSignal(in_view.changed) as told:
        text.verticalScrollBar().setValue(text.turn_layout.top_of(40) + 5)
    (span,) = told.args
    assert span.start_ms == 200_000
    assert 230_000 <= span.end_ms < 300_000


def test_the_last_turn_goes_on_to_the_end(qtbot: QtBot, text: TranscriptText) -> None:
    in_view = TimeInView(text)
    text.show_document(Document(transcript(turn("so it was", 5000)), text))
    span = in_view.span()
    assert span is not None
    assert span.end_ms > 10_000_000
