"""Says what is in the application: page, texts and bill of materials, after it was made."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bundle import sbom, third_party
from bundle.component import INNER, Component
from bundle.gpl import goes_with_gpl_3
from bundle.inventory import inventory
from desktop_app import __version__
from desktop_app.third_parties import TEXTS


def state_contents(folder: Path) -> None:
    """Write it into the application in `folder` and beside it; SystemExit where it may not be passed on as it is."""
    components = inventory(folder)
    if refused := [f"{each.name} ({each.licence})" for each in components if not goes_with_gpl_3(each.licence)]:
        raise SystemExit(f"not to be passed on together with what is under the GPL: {', '.join(refused)}")
    for inner in _insides(folder):
        third_party.write(components, inner)
    sbom.write(components, __version__, folder.parent / f"diarist-{__version__}.cdx.json")
    if sys.platform == "linux":
        _warn(components)


def _insides(folder: Path) -> Iterator[Path]:
    """Where all that is inside it lies; once more in the form that macOS asks for, which was made of it before."""
    yield folder / INNER
    macos = folder.with_name("Diarist.app") / "Contents"
    if macos.is_dir():
        yield macos / "Resources"
        Path(macos, "Frameworks", TEXTS).symlink_to(Path("..", "Resources", TEXTS))


def _warn(components: list[Component]) -> None:
    if lines := third_party.differences(components):
        print(
            f"packaging/{third_party.PAGE} is not what is in the application (`make licences` makes it anew):",
            *lines,
            sep="\n  ",
            file=sys.stderr,
        )
