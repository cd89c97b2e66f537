"""Where each recording of a batch has its exports go."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path

from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.project.export_format import in_hand
from desktop_app.core.store.file_names import folded, numbered
from desktop_app.printing.all_formats import ALL_FORMATS

LIKE_EXPORTS = frozenset(f".{each.extension.rpartition('.')[2].lower()}" for each in ALL_FORMATS)


def destinations(
    files: Sequence[Path], out: Path | None, *, kept_endings: Collection[str] = LIKE_EXPORTS
) -> list[Destination]:
    """The destination of every file's exports, in its order. out: the folder of all; beside each recording if None.
    kept_endings: see export_targets."""
    targets = export_targets(files, out, kept_endings=kept_endings)
    inputs = identities(files)
    stems: dict[Path, set[str]] = defaultdict(set)
    for target in targets:
        stems[target.parent].add(folded(target.name))
    others = {folder: frozenset(names) for folder, names in stems.items()}
    return [Destination(target.parent, target.name, inputs, others[target.parent], in_hand) for target in targets]


def export_targets(
    files: Sequence[Path], out: Path | None, *, kept_endings: Collection[str] = LIKE_EXPORTS
) -> list[Path]:
    """Folder and stem of every file's exports: files that would share one keep their ending, or get a number.

    What some disk takes for one name counts as one. A recording that is named like an export keeps its ending too,
    lest its export replace it. kept_endings: those of such names.
    """
    stems = Counter(_folded((out or path.parent) / path.stem) for path in files)
    targets: list[Path] = []
    taken: set[Path] = set()
    for path in files:
        plain = (out or path.parent) / path.stem
        is_free = stems[_folded(plain)] == 1 and path.suffix.lower() not in kept_endings
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
