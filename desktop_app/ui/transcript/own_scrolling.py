"""Scrolling that is not its reader's doing: what follows the newest words, or the voice, must tell the two apart."""

from PySide6.QtWidgets import QScrollBar


class OwnScrolling:
    """is_at_work: the bar is being moved by this, and by nobody else."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self.is_at_work = False

    def to(self, y: float) -> None:
        """Let this be the top of what is in view."""
        self.is_at_work = True
        self._bar.setValue(round(y))
        self.is_at_work = False
