"""A transcript as a document of Qt's."""

from collections.abc import Iterable

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from desktop_app.core.export.printed import PageLayout, Passage, Printed, PrintedOptions
from desktop_app.core.export.reading_layout import Times
from desktop_app.core.export.speaker_inks import MUTED_ON_WHITE, ink_on_white
from desktop_app.core.export.text_direction import runs_to_the_left
from desktop_app.translation import tr

UNITS_PER_POINT = 10
"""What a document measures in: points are too coarse to place letters by, and a screen's dots differ."""
_BODY, _TITLE, _AFTER = 105, 190, 70
_PADDING = 40
_WIDTHS = {"time": 12.0, "speaker": 22.0, "text": 66.0}
"""In a hundred of the page's."""
_BLACK = "#000000"


def text_document(page: Printed, options: PrintedOptions, size: QSizeF) -> QTextDocument:
    """The document, laid out for pages whose text has this size, in its units."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font())
    document.setUseDesignMetrics(True)
    document.setDefaultTextOption(_wrapped())
    document.setPageSize(size)
    _Pages(document).write(page, options)
    return document


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _font() -> QFont:
    font = QFont(["Carlito", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans"])
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(_BODY)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Programs that search a PDF or copy from it find no 'fl' in a ligature.
    font.setFeature(QFont.Tag.fromString("liga"), 0)
    return font


class _Pages:
    """Writes into a document."""

    def __init__(self, document: QTextDocument) -> None:
        self._cursor = QTextCursor(document)
        self._begun = False

    def write(self, page: Printed, options: PrintedOptions) -> None:
        self._cursor.beginEditBlock()
        if options.title:
            self._block("")
            self._text(page.title, size=_TITLE)
            self._block("")
            self._text(page.line, colour=MUTED_ON_WHITE)
        if options.layout is PageLayout.TABLE and page.passages:
            self._table(page.passages, timed=options.times is not Times.NONE)
        else:
            for passage in page.passages:
                self._paragraph(passage)
        for note in page.notes:
            self._block("")
            self._text(note, colour=MUTED_ON_WHITE)
        self._cursor.endEditBlock()

    def _paragraph(self, passage: Passage) -> None:
        self._block(passage.text)
        if passage.parts[0][0]:
            self._text(f"[{passage.parts[0][0]}] ", colour=MUTED_ON_WHITE)
        self._text(f"{passage.name}: ", colour=ink_on_white(passage.colour), bold=True)
        self._parts(passage)

    def _parts(self, passage: Passage) -> None:
        (_, first), *others = passage.parts
        self._text(first)
        for time, text in others:
            if time:
                self._text(f" [{time}]", colour=MUTED_ON_WHITE)
            self._text(f" {text}")

    def _table(self, passages: Iterable[Passage], *, timed: bool) -> None:
        heads = {"time": tr("Time", "a column"), "speaker": tr("Speaker"), "text": tr("Text", "a column")}
        kinds = list(heads) if timed else list(heads)[1:]
        rows = list(passages)
        table = self._cursor.insertTable(len(rows) + 1, len(kinds), self._table_format(kinds))
        for column, kind in enumerate(kinds):
            self._cursor = table.cellAt(0, column).firstCursorPosition()
            self._text(heads[kind], bold=True)
        for row, passage in enumerate(rows, 1):
            for column, kind in enumerate(kinds):
                self._cursor = table.cellAt(row, column).firstCursorPosition()
                self._cell(kind, passage)
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)

    def _table_format(self, kinds: list[str]) -> QTextTableFormat:
        looks = QTextTableFormat()
        looks.setHeaderRowCount(1)
        looks.setBorder(0)
        looks.setCellSpacing(0)
        looks.setCellPadding(_PADDING)
        looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        looks.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, _WIDTHS[kind]) for kind in kinds]
        )
        return looks

    def _cell(self, kind: str, passage: Passage) -> None:
        if kind == "time":
            self._text(passage.parts[0][0], colour=MUTED_ON_WHITE)
        elif kind == "speaker":
            self._text(passage.name, colour=ink_on_white(passage.colour), bold=True)
        else:
            self._cursor.setBlockFormat(self._block_format(passage.text, after=0))
            self._parts(passage)

    def _block(self, text: str) -> None:
        """Begin a paragraph that runs as this text does."""
        looks = self._block_format(text, after=_AFTER)
        if self._begun:
            self._cursor.insertBlock(looks)
        else:
            self._cursor.setBlockFormat(looks)
        self._begun = True

    def _block_format(self, text: str, *, after: int) -> QTextBlockFormat:
        looks = QTextBlockFormat()
        looks.setBottomMargin(after)
        looks.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if runs_to_the_left(text):
            looks.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            looks.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return looks

    def _text(self, text: str, *, colour: str = _BLACK, bold: bool = False, size: int = _BODY) -> None:
        looks = QTextCharFormat()
        looks.setForeground(QColor(colour))
        looks.setProperty(QTextFormat.Property.FontPixelSize, size)
        if bold:
            looks.setProperty(QTextFormat.Property.FontWeight, int(QFont.Weight.Bold.value))
        self._cursor.insertText(text, looks)
