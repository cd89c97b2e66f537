"""Is there a screen to open a window on?"""

import os
import sys


def has_display() -> bool:
    """True on Windows and macOS; elsewhere where an X or Wayland display, or another Qt platform, is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
