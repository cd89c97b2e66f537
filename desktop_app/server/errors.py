"""Why the server does not start, or does not do what it is asked."""

from collections.abc import Mapping


class CannotServe(Exception):
    """The server does not start; the message is one sentence for the person who started it."""


class Refused(Exception):
    """An answer other than an embedding.

    status: of HTTP. error: its name, for programs. message: one sentence for people, '' where the name says it all.
    figures: numbers that go with it. headers: of the answer.
    """

    def __init__(
        self,
        status: int,
        error: str,
        message: str = "",
        *,
        figures: Mapping[str, float] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        self.error = error
        self.message = message
        self.figures = figures or {}
        self.headers = headers or {}
        super().__init__(message or error)

    @property
    def body(self) -> dict[str, object]:
        """The answer's JSON."""
        message = {"message": self.message} if self.message else {}
        return {"detail": {"error": self.error, **message, **self.figures}}
