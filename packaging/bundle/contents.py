"""Says what is in the application: page, texts and bill of materials, after it was made."""

import sys
from pathlib import Path

from bundle import sbom, third_party
from bundle.component import Component
from bundle.gpl import goes_with_gpl_3
from bundle.inventory import inventory
from desktop_app import __version__


def state_contents(folder: Path) -> None:
    """Write it into the application in `folder` and beside it; SystemExit where it may not be passed on as it is."""
    components = inventory(folder)
    if refused := [f"{each.name} ({each.licence})" for each in components if not goes_with_gpl_3(each.licence)]:
        raise SystemExit(f"not to be passed on together with what is under the GPL: {', '.join(refused)}")
    third_party.write(components, folder)
    sbom.write(components, __version__, folder.parent / f"diarist-{__version__}.cdx.json")
    if sys.platform == "linux":
        _warn(components)


def _warn(components: list[Component]) -> None:
    if lines := third_party.differences(components):
        print(
            f"packaging/{third_party.PAGE} is not what is in the application (`make licences` makes it anew):",
            *lines,
            sep="\n  ",
            file=sys.stderr,
        )
