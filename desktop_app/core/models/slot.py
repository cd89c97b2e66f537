"""Loading once, however many ask; a failed load is remembered with its cause."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from desktop_app.core.models.errors import ModelUnavailable

T = TypeVar("T")


class Slot(Generic[T]):
    """A place for one engine, filled at first use; safe to use from several threads."""

    def __init__(self, load: Callable[[], T]) -> None:
        self._load = load
        self._lock = Lock()
        self._engine: T | None = None
        self._failure: ModelUnavailable | None = None

    def get(self) -> T:
        """The engine. ModelUnavailable if it does not load; it is not tried again before forget_failure."""
        with self._lock:
            if self._failure is not None:
                raise self._failure
            if self._engine is None:
                try:
                    self._engine = self._load()
                except ModelUnavailable as failure:
                    self._failure = failure
                    raise
            return self._engine

    def forget_failure(self) -> None:
        """Try to load again at the next use."""
        with self._lock:
            self._failure = None
