"""Loading once, however many ask; a failed load is remembered with its cause."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from desktop_app.core.models.errors import ModelUnavailable

T = TypeVar("T")


class LazyEngine(Generic[T]):
    """A place for one engine, filled at first use; safe to use from several threads."""

    def __init__(self, load: Callable[[], T], *, circumstances: Callable[[], object] = lambda: None) -> None:
        """circumstances: what a load depends on, such as its files' sizes and times; cheap to ask, equal while nothing
        has changed."""
        self._load = load
        self._circumstances = circumstances
        self._lock = Lock()
        self._engine: T | None = None
        self._failure: tuple[ModelUnavailable, object] | None = None

    def get(self) -> T:
        """The engine. ModelUnavailable if it does not load; it is tried again only after forget_failure, or when the
        circumstances are others."""
        with self._lock:
            if self._engine is not None:
                return self._engine
            now = self._circumstances()
            if self._failure is not None and self._failure[1] == now:
                raise self._failure[0]
            try:
                self._engine = self._load()
            except ModelUnavailable as failure:
                self._failure = failure, now
                raise
            return self._engine

    @property
    def loaded(self) -> T | None:
        """The engine, if it is loaded already."""
        return self._engine

    def forget_failure(self) -> None:
        """Try to load again at the next use."""
        with self._lock:
            self._failure = None
