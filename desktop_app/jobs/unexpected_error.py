"""What the window says of an error nobody expected: what became of the work, and what a report needs."""

from desktop_app.jobs.messages import Failed


def unexpected(what: str, error: Exception) -> Failed:
    """what: the work that failed, as the beginning of a sentence."""
    return Failed(
        f"{what}: something went wrong inside Diarist.", f"Please report this: {type(error).__name__}: {error}"
    )
