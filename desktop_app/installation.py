"""How this Diarist came onto the computer, and therefore how what is missing or broken in it can be had."""

import sys
from collections.abc import Mapping
from importlib.util import find_spec

from desktop_app.translation import tr


def is_frozen() -> bool:
    """Whether this is the application that brings its own Python, into which nothing more can be installed."""
    return bool(getattr(sys, "frozen", False))


def how_to_add(extra: str) -> str:
    """What to do where packages are missing that not everybody needs. extra: as pyproject.toml names them."""
    command = f'pip install "diarist[{extra}]"'
    if is_frozen():
        return tr(
            "The installed application cannot hold it: install Diarist with Python beside it, with: {command}",
            command=command,
        )
    return tr("Install what is missing with: {command}", command=command)


def how_to_renew(package: str) -> str:
    """What to do where a package, or what it carries, is damaged. package: as pip is to be asked for it."""
    if is_frozen():
        return tr("Install Diarist again: files of it are missing or damaged")
    return tr("Reinstall it with: {command}", command=f"pip install --force-reinstall {package}")


def lacking(packages: Mapping[str, str]) -> list[str]:
    """Which packages are not here; none is imported. packages: their names, to the modules they are imported as."""
    return [package for package, module in packages.items() if not _is_there(module)]


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # not even the package around it
        return False
