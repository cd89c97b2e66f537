"""What a piece of work costs, whatever the machine."""

import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """How many functions the work calls."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
