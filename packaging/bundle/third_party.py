"""What is told of others' work: `THIRD_PARTY.md`, the texts of the licences, and the list that the window shows."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from bundle.component import Component
from bundle.freeze import ROOT
from desktop_app.third_parties import LIST, PAGE, TEXTS

COMMITTED = ROOT / "packaging" / PAGE
_INTRODUCTION = """# Third parties

What others made of the application that `make package` makes, as it was found in its folder on Linux. Made by
`make licences`; not to be changed by hand. The texts of the licences lie beside this page in the application
(`_internal/licences/`, one folder for each name). Diarist's own code is under the MIT License; the application as a
whole is passed on under the GNU General Public License, version 3, since x264 and x265 are in it: see
`docs/adr/0029-licence-of-the-bundle.md`.

The sources: each package of Python has its exact source under its name and version on the Python Package Index; the
address is its project's. The libraries inside PyAV are built by the scripts of https://github.com/PyAV-Org/PyAV and
https://github.com/PyAV-Org/pyav-ffmpeg, which name the archive of each source.
"""


def page(components: Iterable[Component]) -> str:
    """The page for people."""
    groups = groupby(components, key=lambda each: each.kind)
    return "\n".join([_INTRODUCTION, *(_group(kind.value, list(members)) for kind, members in groups)])


def write(components: list[Component], inner: Path) -> None:
    """Put page, list and texts into the folder that holds all of an application."""
    licences = inner / TEXTS
    shutil.rmtree(licences, ignore_errors=True)
    licences.mkdir(parents=True)
    for component in components:
        _copy_texts(component, licences / _folder_name(component))
    (licences / PAGE).write_text(page(components), "utf-8")
    shown = [{"name": each.name, "version": each.version, "licence": each.licence} for each in components]
    (licences / LIST).write_text(json.dumps(shown, indent=1) + "\n", "utf-8")


def differences(components: list[Component]) -> list[str]:
    """The lines in which the committed page and these components differ."""
    committed = COMMITTED.read_text("utf-8") if COMMITTED.is_file() else ""
    lines = unified_diff(committed.splitlines(), page(components).splitlines(), n=0, lineterm="")
    return [line for line in lines if re.match(r"[+-](?![+-]{2})", line)]


def _group(heading: str, members: list[Component]) -> str:
    table = ["| name | version | licence | brought by | source |", "|---|---|---|---|---|"]
    rows = [
        f"| {each.name} | {each.version or '-'} | {each.licence} | {each.within or '-'} | {each.source} |"
        for each in members
    ]
    return "\n".join([f"## {heading}", "", *table, *rows, "", *_remarks(members)])


def _remarks(members: list[Component]) -> Iterator[str]:
    said = [line for each in members for line in _remark(each)]
    if said:
        yield from [*said, ""]


def _remark(component: Component) -> Iterator[str]:
    if component.credit or component.note:
        credit = f"{component.credit.removesuffix('.')}. " if component.credit else ""
        yield f"- {component.name}: {credit}{component.note}".rstrip()
    if component.parts:
        parts = [" ".join(filter(None, (part.name, part.version))) for part in component.parts]
        licences = [f" ({part.licence})" if part.licence else "" for part in component.parts]
        named = ", ".join(map("".join, zip(parts, licences, strict=True)))
        yield f"- {component.name} has inside: {named}"


def _copy_texts(component: Component, folder: Path) -> None:
    for text in component.texts:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(text, _free(folder / text.name))


def _free(path: Path) -> Path:
    taken = 1
    free = path
    while free.exists():
        taken += 1
        free = path.with_stem(f"{path.stem}-{taken}")
    return free


def _folder_name(component: Component) -> str:
    return re.sub(r"[^\w.+-]+", "-", component.name)
