"""What the window asks in a box over it, and how a test answers."""

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


def is_asked(window: QWidget) -> bool:
    """Whether a box is open."""
    return any(box.isVisible() for box in window.findChildren(QMessageBox))


def question(window: QWidget) -> QMessageBox:
    """The box that is open; there is one."""
    (box,) = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    return box


def answer(window: QWidget, text: str) -> None:
    """Click the button with this text."""
    next(button for button in question(window).findChildren(QPushButton) if button.text() == text).click()
