"""Files and folders that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(mime: QMimeData) -> list[Path]:
    """The local files and folders of a drop, in its order; what lies elsewhere is left out."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
