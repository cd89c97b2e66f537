"""Make the application for the system this runs on: `make package`."""

import shutil

from bundle.contents import state_contents
from bundle.freeze import ROOT, freeze


def main() -> None:
    """The folder, then what people install it from, all in `dist/`."""
    out = ROOT / "dist"
    shutil.rmtree(out, ignore_errors=True)
    state_contents(freeze(out))


if __name__ == "__main__":
    main()
