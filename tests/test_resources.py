"""The program's own files are found."""

from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from desktop_app.resources import resource

PICTURES = [f"{name}-{theme}.svg" for name in ("tick", "back", "forward", "up", "down") for theme in ("light", "dark")]


@pytest.mark.parametrize("name", ["diarist.svg", *PICTURES])
def test_a_resource_is_found_in_the_checkout(name: str) -> None:
    assert resource(name) == Path(__file__).parents[1] / "resources" / name
    assert resource(name).is_file()


def test_the_icon_can_be_drawn(qtbot: QtBot) -> None:
    assert not QIcon(str(resource("diarist.svg"))).pixmap(64, 64).isNull()
