"""All that people on Linux install the application from."""

from pathlib import Path

from bundle.debian_package import make_debian_package
from bundle.flatpak_manifest import write_flatpak_manifest
from bundle.freeze import ROOT
from bundle.source_date import source_date
from bundle.tarball import make_tarball
from desktop_app import __version__


def make_linux_packages(folder: Path, out: Path) -> None:
    """Write them into `out`, and by what a flatpak is made. folder: the frozen application."""
    date, work = source_date(), ROOT / "build"
    make_debian_package(folder, out, work / "debian", __version__, date)
    archive = make_tarball(folder, out, work / "tarball", __version__, date)
    write_flatpak_manifest(archive)
