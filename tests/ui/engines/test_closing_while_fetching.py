"""The window is closed while a model is fetched, in a program of its own: nothing of it goes on."""

import os
import subprocess
import sys
from pathlib import Path

_CORE_TESTS = Path(__file__).parents[2] / "core"
sys.path.append(str(_CORE_TESTS))  # for when these tests run alone
from models.loopback_hub import Hub, serving  # noqa: E402
from models.scripted_models import ADDRESS, CONTENT, in_store  # noqa: E402

TIMEOUT_S = 60
_PROGRAM = """
import sys
from multiprocessing import active_children
from models.scripted_models import SMALL
from desktop_app.app import Application
from desktop_app.jobs.messages import FetchModel

application = Application([])
jobs = application.services.transcription.models
running = []

def close_in_the_middle(key, progress):
    if progress.done and not running:
        running.extend(child.name for child in active_children())
        application.window.close()

jobs.progressed.connect(close_in_the_middle)
application.window.show()
jobs.ask("small", FetchModel(SMALL))
status = application.qt.exec()
print(status, running, [child.name for child in active_children()])
"""


def test_closing_the_window_ends_the_fetch_and_keeps_what_has_come() -> None:
    root = Path(__file__).parents[3]
    variables = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    variables["PYTHONPATH"] = os.pathsep.join([str(_CORE_TESTS), str(root)])
    with serving(Hub({ADDRESS: CONTENT}, hold=True)) as hub:
        variables["HF_ENDPOINT"] = hub.url
        # Whoever is left has its end of the pipes, and this would not return.
        program = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env=variables,
            cwd=root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=TIMEOUT_S,
            check=False,
        )
    assert program.stdout == "0 ['diarist-models'] []\n", program.stderr
    (waiting,) = in_store()
    assert waiting.startswith("small/")
