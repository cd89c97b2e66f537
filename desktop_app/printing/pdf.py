"""PDF: a transcript on pages of A4."""

import re
from html import escape
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.printed import Printed, PrintedOptions, printed
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QPdfWriter, QTextDocument

_MARGIN_MM = 22.5
_DOTS_PER_INCH = 600
_FOOT = 300
"""How high the room below the text is that has the page's number, in the document's units."""
_NO_TIME = b"19800101000000Z"
_MADE = re.compile(rb"/(?:CreationDate|ModDate) \(D:([^)]*)\)")
_METADATA = """<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x="adobe:ns:meta/"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:RDF>
<rdf:Description rdf:about=""><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""
"""XMP, without the times that Qt would write."""
_USUAL = PrintedOptions()


def render(transcript: Transcript, options: PrintedOptions = _USUAL) -> bytes:
    """A4, with coloured names, the page's number and its fonts; of when it was made it says nothing.

    In any thread; where there is no application yet, one without a screen is made, in the thread that asks first.
    """
    from desktop_app.printing.offscreen import ensure_fonts

    ensure_fonts()
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QPageLayout

    from desktop_app.printing.text_document import UNITS_PER_POINT, text_document

    page = printed(transcript, options)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(written, page)
    place = writer.pageLayout().paintRect(QPageLayout.Unit.Point).size() * UNITS_PER_POINT
    _paint(text_document(page, options, place), writer)
    return _without_a_time(bytes(written.data().data()))


PDF_FORMAT = ExportFormat("pdf", tr("PDF"), render, options=PrintedOptions(), is_read=True)


def _writer(written: "QBuffer", page: Printed) -> "QPdfWriter":
    from PySide6.QtCore import QMarginsF, QUuid
    from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

    writer = QPdfWriter(written)
    writer.setTitle(page.title)
    writer.setCreator("Diarist")
    writer.setDocumentId(QUuid(str(uuid5(NAMESPACE_URL, page.line))))
    writer.setDocumentXmpMetadata(_METADATA.format(escape(page.title)).encode("utf-8"))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    return writer


def _paint(document: "QTextDocument", writer: "QPdfWriter") -> None:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QPainter

    size, count = document.pageSize(), document.pageCount()
    foot = QRectF(0, size.height(), size.width(), _FOOT)
    painter = QPainter(writer)
    painter.setFont(document.defaultFont())
    painter.scale(writer.width() / size.width(), writer.width() / size.width())
    for number in range(count):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * size.height())
        document.drawContents(painter, QRectF(0, number * size.height(), size.width(), size.height()))
        painter.restore()
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{number + 1} / {count}")
    painter.end()


def _without_a_time(data: bytes) -> bytes:
    """The file with another time of its making, as long as the one that Qt writes: no place in it moves."""
    return _MADE.sub(lambda made: made[0].replace(made[1], _NO_TIME.ljust(len(made[1]))[: len(made[1])]), data)
