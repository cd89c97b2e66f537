"""Which Debian packages the program needs: those with the libraries that it is linked to, or loads by name."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

LOADED_BY_NAME = ("libportaudio2",)
"""No library is linked to these."""
_PREFIX = "shlibs:Depends="


def needed_packages(tree: Path, work: Path) -> str:
    """For a package's Depends. tree: its files, with a folder DEBIAN; work: a folder for what the program leaves.

    subprocess.CalledProcessError where a library is neither in the tree nor in any package of this computer.
    """
    stand_in = work / "debian" / "control"
    stand_in.parent.mkdir(parents=True, exist_ok=True)
    stand_in.write_text("Source: diarist\n\nPackage: diarist\nArchitecture: any\n")
    binaries = sorted(linked_binaries(tree))
    folders = sorted({f"/{each.parent.relative_to(tree)}" for each in binaries})
    looked_in = [f"-S{tree}", *(f"-l{folder}" for folder in folders)]
    # A library of the tree has no package that could say which version of it is needed.
    quiet = ["-O", "--warnings=0", "--ignore-missing-info", f"-T{work / 'substvars'}"]
    program = shutil.which("dpkg-shlibdeps")
    if program is None:
        raise SystemExit("dpkg-shlibdeps is missing: install dpkg-dev first")
    found = subprocess.run(
        [program, *quiet, *looked_in, *(f"-e{each}" for each in binaries)],
        cwd=work,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    linked = found.stdout.strip().removeprefix(_PREFIX).split(", ")
    return ", ".join(sorted({*linked, *LOADED_BY_NAME}))


def linked_binaries(tree: Path) -> Iterator[Path]:
    """Programs and libraries in a folder, at any depth."""
    for place in tree.rglob("*"):
        if place.is_file() and not place.is_symlink():
            with place.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield place
