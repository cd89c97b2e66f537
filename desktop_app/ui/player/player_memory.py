"""What the player remembers from one life of the program to the next."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSettings

from desktop_app.ui.player.choices import RATES

STEPS_BACK_MS = (0, 500, 1000, 2000, 3000)
_FOLDED, _VOLUME, _SPEED, _OTHER = "player/lanes folded", "player/volume", "player/speed", "player/other speed"
_STEP_BACK, _DEVICE, _HOLD = "player/step back", "player/output", "player/hold to play"

_T = TypeVar("_T", int, float)


class PlayerMemory:
    """Anything that cannot be, as a file of settings can be edited by hand, is as it is at first."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def folded(self) -> bool:
        """Whether the lanes are folded away."""
        return self._truth(_FOLDED)

    @folded.setter
    def folded(self, folded: bool) -> None:
        self._settings.setValue(_FOLDED, folded)

    @property
    def volume(self) -> int:
        """How loud it is, 0 to 100."""
        return self._number(_VOLUME, int, 100, lambda percent: 0 <= percent <= 100)

    @volume.setter
    def volume(self, percent: int) -> None:
        self._settings.setValue(_VOLUME, percent)

    @property
    def speed(self) -> float:
        """How fast it plays."""
        return self._number(_SPEED, float, 1.0, _is_speed)

    @speed.setter
    def speed(self, speed: float) -> None:
        self._settings.setValue(_SPEED, speed)

    @property
    def other_speed(self) -> float:
        """The last speed that was not 1."""
        return self._number(_OTHER, float, 1.5, lambda speed: _is_speed(speed) and speed != 1)

    @other_speed.setter
    def other_speed(self, speed: float) -> None:
        self._settings.setValue(_OTHER, speed)

    @property
    def step_back_ms(self) -> int:
        """How much earlier it goes on after a pause."""
        return self._number(_STEP_BACK, int, 1000, lambda step_ms: step_ms in STEPS_BACK_MS)

    @step_back_ms.setter
    def step_back_ms(self, step_ms: int) -> None:
        self._settings.setValue(_STEP_BACK, step_ms)

    @property
    def device(self) -> str | None:
        """The output's name; None for the system's own."""
        return str(self._settings.value(_DEVICE, "") or "") or None

    @device.setter
    def device(self, name: str | None) -> None:
        self._settings.setValue(_DEVICE, name or "")

    @property
    def hold(self) -> bool:
        """Whether it plays as long as the key is held."""
        return self._truth(_HOLD)

    @hold.setter
    def hold(self, hold: bool) -> None:
        self._settings.setValue(_HOLD, hold)

    def _truth(self, key: str) -> bool:
        return bool(self._settings.value(key, False, bool))

    def _number(self, key: str, kind: Callable[[str], _T], first: _T, fits: Callable[[_T], bool]) -> _T:
        try:
            value = kind(str(self._settings.value(key, first)))
        except ValueError:
            return first
        return value if fits(value) else first


def _is_speed(speed: float) -> bool:
    return RATES[0] <= speed <= RATES[-1]
