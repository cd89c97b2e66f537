"""By what people can tell whether they got what was made: `sha256sum --check SHA256SUMS`."""

from pathlib import Path

from desktop_app.core.models.file_state import sha256_of

NAME = "SHA256SUMS"


def write_checksums(out: Path) -> None:
    """List all files of a folder, without those in its folders."""
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name != NAME)
    lines = [f"{sha256_of(path)}  {path.name}\n" for path in files]
    (out / NAME).write_text("".join(lines), encoding="utf-8")
