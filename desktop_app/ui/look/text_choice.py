"""What a person has chosen for the text, remembered."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSettings, Signal

from desktop_app.ui.look.text_look import SIZES_PX, USUAL_PX, TextLook, Width

READING_PX = 20
_SIZE, _READING_SIZE = "text/size", "text/size when reading"
_WIDTH, _TIMES, _NAMES = "text/width", "text/times", "text/names above"


class TextChoice(QObject):
    """There are two sizes: the one in reading mode is another."""

    changed = Signal(object)  # TextLook

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._is_reading = False
        self.look = TextLook(
            _number(settings, _SIZE, USUAL_PX),
            _width(settings),
            times=bool(settings.value(_TIMES, True, bool)),
            names_above=bool(settings.value(_NAMES, False, bool)),
        )

    def step_size(self, steps: int) -> None:
        """Larger letters, or smaller ones."""
        self._resize(self.look.stepped(steps))

    def reset_size(self) -> None:
        """The size that there was at first."""
        self._resize(READING_PX if self._is_reading else USUAL_PX)

    def choose_width(self, width: Width) -> None:
        """Lines of this length at most."""
        self._take(replace(self.look, width=width), _WIDTH, width.value)

    def next_width(self) -> None:
        """The next of the lengths, the first behind the last."""
        widths = list(Width)
        self.choose_width(widths[(widths.index(self.look.width) + 1) % len(widths)])

    def show_times(self, shown: bool) -> None:
        """Show when each turn begins, or not."""
        self._take(replace(self.look, times=shown), _TIMES, shown)

    def put_names_above(self, above: bool) -> None:
        """Put names above the text, or beside it where there is room."""
        self._take(replace(self.look, names_above=above), _NAMES, above)

    def read(self, reading: bool) -> None:
        """Take the size for reading, or for all else."""
        self._is_reading = reading
        key, first = (_READING_SIZE, READING_PX) if reading else (_SIZE, USUAL_PX)
        self._show(replace(self.look, size_px=_number(self._settings, key, first)))

    def _resize(self, size_px: int) -> None:
        key = _READING_SIZE if self._is_reading else _SIZE
        self._take(replace(self.look, size_px=size_px), key, size_px)

    def _take(self, look: TextLook, key: str, value: object) -> None:
        self._settings.setValue(key, value)
        self._show(look)

    def _show(self, look: TextLook) -> None:
        if look != self.look:
            self.look = look
            self.changed.emit(look)


def _number(settings: QSettings, key: str, first: int) -> int:
    """A remembered size; what is none of them does no harm."""
    kept = str(settings.value(key, first))
    return int(kept) if kept.isdecimal() and int(kept) in SIZES_PX else first


def _width(settings: QSettings) -> Width:
    kept = str(settings.value(_WIDTH, Width.USUAL.value))
    return Width(kept) if kept in {width.value for width in Width} else Width.USUAL
