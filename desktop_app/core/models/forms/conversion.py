"""What can go wrong while a model is put into another form, told in one way."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.installation import how_to_renew


def renew_tools() -> str:
    """What to do where a package that forms are made or loaded with is missing or damaged."""
    return how_to_renew("diarist")


@contextmanager
def converting(label: str) -> Iterator[None]:
    """ModelUnavailable for a package that is missing, and for a model that a tool does not take."""
    try:
        yield
    except ImportError as error:
        raise ModelUnavailable(label, f"a package to convert it cannot be loaded ({error})", renew_tools()) from error
    except (
        LookupError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:  # what the tools raise for what they do not know
        raise ModelUnavailable(label, f"it cannot be converted ({error})", renew_tools()) from error
