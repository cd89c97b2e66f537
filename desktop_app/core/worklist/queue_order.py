"""In which order recordings wait that nobody has transcribed yet: their projects, in a file of the user's state.

It is an order and nothing else: which recordings wait is what their projects say.
"""

import json
import logging
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.store.atomic import write_atomically
from desktop_app.user_folders import state_folder

_log = logging.getLogger(__name__)


def queue_file() -> Path:
    """Where the order lies; it need not exist."""
    return state_folder() / "queue.json"


def kept_order() -> tuple[Path, ...]:
    """The projects, the first to be done first; none where that cannot be read."""
    paths = _written()
    return tuple(Path(path) for path in paths if isinstance(path, str)) if isinstance(paths, list) else ()


def keep_order(projects: Sequence[Path]) -> None:
    """Keep this order in the place of what was kept. OSError.

    What a newer Diarist has written stays instead.
    """
    file = queue_file()
    if isinstance(_written(), dict):
        _log.info("the order of the queue is not kept: a newer Diarist has written it")
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    # ASCII, as names of files may be no text.
    write_atomically(file, json.dumps([str(path) for path in projects], indent=1).encode())


def _written() -> object:
    """What the file holds; None where that is no JSON. Ever since the first version it is a list, or else newer."""
    try:
        return json.loads(queue_file().read_bytes())
    except (OSError, ValueError):
        return None
