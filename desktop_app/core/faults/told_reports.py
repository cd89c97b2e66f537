"""Which reports of crashes the user was told of: the name of the newest, in a file beside them."""

from contextlib import suppress
from pathlib import Path

from desktop_app.core.faults.crash_reports import reports
from desktop_app.core.store.atomic import write_atomically
from desktop_app.user_folders import log_folder


def untold() -> tuple[Path, ...]:
    """The reports of which nobody was told yet, the oldest first."""
    try:
        told = _file().read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        told = ""
    return tuple(report for report in reports() if report.name > told)


def note_told() -> None:
    """All that are there now are told; where that cannot be kept, they are told once more."""
    if there := reports():
        with suppress(OSError):
            write_atomically(_file(), there[-1].name.encode())


def _file() -> Path:
    return log_folder() / "told"
