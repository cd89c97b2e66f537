"""The table of pseudonyms: proposed for all speakers, read from a file, kept in one."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop_app.core.export.adaptation.pseudonyms import Table, table_of
from desktop_app.core.export.pseudonym_table import proposed_table, read_table, table_text
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr
from desktop_app.ui.widgets.wrapping_row import WrappingRow

_NAME = "pseudonyms.csv"


class PseudonymRow(QWidget):
    """read: lines as they are typed, 'Anna=P01'. wanted: the table is to be kept in this file. refused: why not."""

    read = Signal(tuple)
    wanted = Signal(Path)
    refused = Signal(str)

    def __init__(self, speakers: Iterable[Speaker], folder: Path) -> None:
        super().__init__()
        self._speakers = tuple(speakers)
        self._folder = folder
        row = WrappingRow(centred=False)
        self.setLayout(row)
        for text, act in (
            (tr("Propose pseudonyms"), self._propose),
            (tr("Open table…"), self._open),
            (tr("Save table…"), self._save),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)

    def _propose(self) -> None:
        self.read.emit(_lines(proposed_table(self._speakers)))

    def _open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Table of pseudonyms"), str(self._folder), "*.csv *.tsv *.txt")
        if path:
            self.take_from(Path(path))

    def take_from(self, path: Path) -> None:
        """Read the table in a file."""
        try:
            self.read.emit(_lines(read_table(path)))
        except SettingsError as error:
            self.refused.emit(f"{error}.")

    def _save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Table of pseudonyms"), str(self._folder / _NAME), "*.csv")
        if path:
            self.wanted.emit(Path(path))

    def keep_in(self, path: Path, lines: Iterable[str]) -> None:
        """Have the table of these lines in a file of its own, apart from what is exported."""
        try:
            write_atomically(path, table_text(table_of(lines)).encode("utf-8"))
        except SettingsError as error:
            self.refused.emit(f"{error}.")
        except OSError as error:
            self.refused.emit(tr("{path} cannot be written: {why}.", path=path, why=error.strerror or error))


def _lines(table: Table) -> tuple[str, ...]:
    return tuple(f"{name}={pseudonym}" for name, pseudonym in table)
