"""What the player loads when: the window shows before numpy does."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["waveform", "transport"])
def test_the_window_can_hold_the_player_without_numpy(module: str) -> None:
    code = f"import sys; import desktop_app.ui.player.{module}; print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_what_is_no_widget_needs_no_qt() -> None:
    modules = ("drag", "navigation", "ruler", "strips", "stretches", "viewport")
    names = ", ".join(f"desktop_app.ui.player.{module}" for module in modules)
    subprocess.run([sys.executable, "-c", f"import sys; sys.modules['PySide6'] = None; import {names}"], check=True)
