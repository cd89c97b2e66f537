"""What can go wrong while a model is put into another form, told in one way."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.models.errors import ModelUnavailable

REINSTALL_TOOLS = "Reinstall it with: pip install --force-reinstall diarist"


@contextmanager
def converting(label: str) -> Iterator[None]:
    """ModelUnavailable for a package that is missing, and for a model that a tool does not take."""
    try:
        yield
    except ImportError as error:
        raise ModelUnavailable(label, f"a package to convert it cannot be loaded ({error})", REINSTALL_TOOLS) from error
    except (
        LookupError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:  # what the tools raise for what they do not know
        raise ModelUnavailable(label, f"it cannot be converted ({error})", REINSTALL_TOOLS) from error
