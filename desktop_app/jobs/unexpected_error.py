"""What the window says of an error nobody expected: what became of the work, and what a report needs."""

from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr


def unexpected(what: str, error: Exception) -> Failed:
    """what: the work that failed, as the beginning of a sentence."""
    return Failed(
        tr("{what}: something went wrong inside Diarist.", what=what),
        tr("Please report this: {error}", error=f"{type(error).__name__}: {error}"),
    )
