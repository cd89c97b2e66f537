"""Keeping what native code and start-up chatter write out of a person's terminal."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_STDERR = 2
_log = logging.getLogger(__name__)


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """What the whole process writes to file descriptor 2 inside goes into the log, at debug level.

    Nothing happens where the process has no such descriptor.
    """
    try:
        kept = os.dup(_STDERR)
    except OSError:
        yield
        return
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), _STDERR)
        try:
            yield
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
            said.seek(0)
            for line in said.read().decode(errors="replace").splitlines():
                _log.debug("said while importing: %s", line)
