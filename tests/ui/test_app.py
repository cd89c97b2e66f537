"""The window must not wait for the engines."""

import subprocess
import sys

HEAVY = ("onnxruntime", "moonshine_voice", "scipy", "av", "soxr", "soundfile", "sounddevice", "torch")


def test_the_application_starts_without_any_engine_imported() -> None:
    code = f"import sys, desktop_app.app; print([name for name in {HEAVY} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
