"""`diarist repair`: what was made of a damaged project, and what is lost."""

import sys
from pathlib import Path

from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.repair import RepairReport, repair


def repair_file(path: Path) -> bool:
    """Make a good copy beside a project if it is damaged, and print what there is to know; True unless that failed."""
    try:
        report = repair(path)
    except ProjectError as error:
        print(f"diarist: {error}", file=sys.stderr)
        return False
    print("\n".join(_lines(path, report)))
    return True


def _lines(path: Path, report: RepairReport) -> list[str]:
    if report.copy is None:
        return [f"{path}: nothing is wrong with it"]
    of = "what can be read of it"
    if report.backup_of is not None:
        of = f"the backup of {report.backup_of.astimezone():%Y-%m-%d %H:%M}"
    return [f"{path}: {report.copy.name} beside it is made of {of}", *(f"  lost: {each}" for each in report.losses)]
