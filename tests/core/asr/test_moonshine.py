"""What the carried model costs beside its words."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[3]
THREADS = Path("/proc/self/task")
HEAR_A_SECOND = """
import sys
from pathlib import Path
import numpy as np
from desktop_app.core.asr.moonshine import Moonshine
before = len(list(Path(sys.argv[1]).iterdir()))
Moonshine().recognise(np.random.default_rng(0).normal(0, 0.1, 16_000).astype(np.float32))
print(len(list(Path(sys.argv[1]).iterdir())) - before)
"""


@pytest.mark.skipif(not THREADS.exists(), reason="this system does not list a process's threads")
def test_a_model_has_no_threads_of_its_own_which_would_only_wait_at_full_speed() -> None:
    command = [sys.executable, "-c", HEAR_A_SECOND, str(THREADS)]
    ran = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True, timeout=100)
    assert ran.stdout.split() == ["0"]
