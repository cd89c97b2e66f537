"""What flatpak-builder makes a flatpak of the archive by."""

from pathlib import Path

from bundle.checksums import sha256
from bundle.freeze import ROOT

_NAME = "org.diarist.Diarist.yaml"


def write_flatpak_manifest(archive: Path) -> Path:
    """Write it beside the archive; its path."""
    template = (ROOT / "packaging" / "flatpak" / _NAME).read_text(encoding="utf-8")
    manifest = archive.with_name(_NAME)
    text = template.replace("@ARCHIVE@", archive.name).replace("@SHA256@", sha256(archive))
    manifest.write_text(text, encoding="utf-8")
    return manifest
