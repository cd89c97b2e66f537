"""Where the program's own files lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of a file of `resources/`: in the checkout it is run from, else inside the installed package."""
    in_checkout = _PACKAGE.parent / "resources"
    folder = in_checkout if (in_checkout / "diarist.svg").is_file() else _PACKAGE / "_resources"
    return folder / name
