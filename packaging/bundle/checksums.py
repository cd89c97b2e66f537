"""By what people can tell whether they got what was made: `sha256sum --check SHA256SUMS`."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def write_checksums(out: Path) -> None:
    """List all files of a folder, without those in its folders."""
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name != NAME)
    lines = [f"{sha256(path)}  {path.name}\n" for path in files]
    (out / NAME).write_text("".join(lines), encoding="utf-8")


def sha256(path: Path) -> str:
    """Of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
