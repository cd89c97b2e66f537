"""A host that keeps failing is left alone for a while, so that nobody waits for it clip by clip."""

from collections.abc import Callable
from threading import Lock

from desktop_app.core.embedding.remote_errors import NoAnswer
from desktop_app.core.embedding.remote_limits import RemoteLimits
from desktop_app.translation import tr


class Breaker:
    """Counts failures in a row; safe to use from several threads."""

    def __init__(self, limits: RemoteLimits, clock: Callable[[], float]) -> None:
        """clock: seconds that only grow."""
        self._limits = limits
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._cause = ""
        self._rest_until = 0.0

    def admit(self) -> None:
        """Let a clip through, or raise NoAnswer; when the rest is over, one alone until its outcome is known."""
        with self._lock:
            if self._failures < self._limits.failures:
                return
            if self._clock() < self._rest_until:
                raise NoAnswer(tr("is left alone for a while, since it {cause}", cause=self._cause))
            self._rest_until = self._clock() + self._limits.rest_s

    def succeeded(self) -> None:
        """The host answered as it should."""
        with self._lock:
            self._failures = 0

    def failed(self, clause: str) -> None:
        """The host failed a clip; clause: what it did."""
        with self._lock:
            self._failures += 1
            self._cause = clause
            self._rest_until = self._clock() + self._limits.rest_s
