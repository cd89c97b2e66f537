"""What the player remembers."""

import pytest
from PySide6.QtCore import QSettings

from desktop_app.ui.player.player_memory import PlayerMemory

FIRST = {
    "folded": False,
    "volume": 100,
    "speed": 1.0,
    "other_speed": 1.5,
    "step_back_ms": 1000,
    "device": None,
    "hold": False,
}
OTHERS = {
    "folded": True,
    "volume": 40,
    "speed": 0.75,
    "other_speed": 0.75,
    "step_back_ms": 2000,
    "device": "Headset",
    "hold": True,
}


def all_of(memory: PlayerMemory) -> dict[str, object]:
    return {name: getattr(memory, name) for name in FIRST}


def test_everything_is_remembered_in_another_life(settings: QSettings) -> None:
    memory = PlayerMemory(settings)
    assert all_of(memory) == FIRST
    for name, value in OTHERS.items():
        setattr(memory, name, value)
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert all_of(PlayerMemory(again)) == OTHERS


@pytest.mark.parametrize(
    ("key", "nonsense"),
    [
        ("player/volume", "loud"),
        ("player/volume", 300),
        ("player/speed", 9.0),
        ("player/other speed", 1.0),
        ("player/step back", 77),
    ],
)
def test_what_cannot_be_is_as_at_first(settings: QSettings, key: str, nonsense: object) -> None:
    settings.setValue(key, nonsense)
    assert all_of(PlayerMemory(settings)) == FIRST
