"""The window's foot: what is offered, above the status line."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Foot(QWidget):
    """Lines that come and go at the bottom move nothing that somebody reads."""

    def __init__(self, *lines: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            column.addWidget(line)
