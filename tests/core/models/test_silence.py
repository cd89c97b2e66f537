"""What native code does behind Python's back cannot be seen by Python's sockets: what it leaves behind can."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[3]
USE_ONNXRUNTIME = """
from desktop_app.core.models.forms.wespeaker_trunk import original_trunk
original_trunk()
"""


def test_onnxruntime_keeps_no_record_of_its_use_to_send_to_its_makers(tmp_path: Path) -> None:
    unset = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    environment = {**unset, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(HERE)}
    subprocess.run([sys.executable, "-c", USE_ONNXRUNTIME], env=environment, check=True, timeout=100)
    assert not [path for path in tmp_path.rglob("*") if "onnxruntime" in path.name]
