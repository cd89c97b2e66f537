"""What plays in the tests of the window: nothing is heard, and time goes on only while a test lets it."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "core" / "playback"))
from scripted_output import ScriptedSystem

__all__ = ["ScriptedSystem"]
