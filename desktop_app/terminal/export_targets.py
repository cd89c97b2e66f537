"""Where each recording of a batch has its exports go."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.formats import FORMATS
from desktop_app.core.store.file_names import folded, numbered


def destinations(files: Sequence[Path], out: Path | None) -> list[Destination]:
    """The destination of every file's exports, in its order. out: the folder of all; beside each recording if None."""
    targets = export_targets(files, out)
    inputs = identities(files)
    stems: dict[Path, set[str]] = defaultdict(set)
    for target in targets:
        stems[target.parent].add(folded(target.name))
    others = {folder: frozenset(names) for folder, names in stems.items()}
    return [Destination(target.parent, target.name, inputs, others[target.parent]) for target in targets]


def export_targets(files: Sequence[Path], out: Path | None) -> list[Path]:
    """Folder and stem of every file's exports: files that would share one keep their ending, or get a number.

    What some disk takes for one name counts as one. A recording that is named like an export keeps its ending too,
    lest its export replace it.
    """
    like_exports = {f".{each.extension}" for each in FORMATS}
    stems = Counter(_folded((out or path.parent) / path.stem) for path in files)
    targets: list[Path] = []
    taken: set[Path] = set()
    for path in files:
        plain = (out or path.parent) / path.stem
        is_free = stems[_folded(plain)] == 1 and path.suffix.lower() not in like_exports
        names = numbered(path.name)
        whole = plain.with_name(next(names))
        target = plain if is_free else whole
        while _folded(target) in taken:
            target = plain.with_name(next(names))
        targets.append(target)
        taken.add(_folded(target))
    return targets


def _folded(path: Path) -> Path:
    return path.absolute().with_name(folded(path.name))
