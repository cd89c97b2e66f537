"""What flatpak-builder makes a flatpak of the archive by."""

from pathlib import Path

from bundle.freeze import ROOT
from desktop_app.core.models.file_state import sha256_of

_NAME = "org.diarist.Diarist.yaml"


def write_flatpak_manifest(archive: Path) -> Path:
    """Write it beside the archive; its path."""
    template = (ROOT / "packaging" / "flatpak" / _NAME).read_text(encoding="utf-8")
    manifest = archive.with_name(_NAME)
    text = template.replace("@ARCHIVE@", archive.name).replace("@SHA256@", sha256_of(archive))
    manifest.write_text(text, encoding="utf-8")
    return manifest
