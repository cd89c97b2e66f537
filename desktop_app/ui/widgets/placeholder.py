"""What an empty field says, in as many words as it has room for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

_BESIDE_TEXT_PX = 2  # what a field keeps on either side of its text, whatever the style


def say_what_fits(field: QLineEdit, ways: Sequence[str]) -> None:
    """Let the field say the first of these, from long to short, that is not cut; nothing where all would be."""
    room = placeholder_room(field)
    fitting = (way for way in ways if field.fontMetrics().horizontalAdvance(way) <= room)
    field.setPlaceholderText(next(fitting, ""))


def placeholder_room(field: QLineEdit) -> int:
    """The width in which the text of a field stands."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    return inside.width() - margins.left() - margins.right() - 2 * _BESIDE_TEXT_PX
