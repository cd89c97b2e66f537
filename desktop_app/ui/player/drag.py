"""A press of the mouse that may become a drag: no widget."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.ui.player.viewport import Viewport


class DragKind(Enum):
    """What dragging does."""

    SCROLL = auto()
    SELECT = auto()


@dataclass(slots=True)
class Drag:
    """from_x, view: where it began, and what was in view then. least_px: what is less is a click that trembled."""

    kind: DragKind
    from_x: float
    view: Viewport
    least_px: float
    is_drag: bool = False

    def moved_to(self, x: float) -> bool:
        """Whether it is a drag, now that the pointer is here; once it is, it stays one."""
        self.is_drag = self.is_drag or abs(x - self.from_x) >= self.least_px
        return self.is_drag
