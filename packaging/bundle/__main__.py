"""Make the application for the system this runs on: `make package`."""

import shutil
import sys

from bundle.checksums import write_checksums
from bundle.contents import state_contents
from bundle.freeze import ROOT, freeze


def main() -> None:
    """The folder, then what people install it from, all in `dist/`."""
    out = ROOT / "dist"
    shutil.rmtree(out, ignore_errors=True)
    folder = freeze(out)
    state_contents(folder)
    if sys.platform == "linux":
        from bundle.linux_packages import make_linux_packages

        make_linux_packages(folder, out)
    write_checksums(out)


if __name__ == "__main__":
    main()
