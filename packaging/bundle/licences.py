"""Make the page of third parties that the source code has anew, of the application in `dist/`: `make licences`."""

import sys

from bundle.freeze import ROOT
from bundle.inventory import inventory
from bundle.third_party import COMMITTED, page


def main() -> int:
    """0 when it is written."""
    folder = ROOT / "dist" / "diarist"
    if not folder.is_dir():
        print("Nothing to look at: make the application first, with `make package`.", file=sys.stderr)
        return 1
    COMMITTED.write_text(page(inventory(folder)), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
