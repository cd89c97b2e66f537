"""TSV: a table with tabs between its cells, as scripts like it; quoted like CSV where it must be."""

from desktop_app.core.export.table_rows import TableOptions, table
from desktop_app.core.transcript.values import Transcript

_USUAL = TableOptions()


def render(transcript: Transcript, options: TableOptions = _USUAL) -> str:
    """A row for each spoken turn, or for each word, with its times and its speaker."""
    return table(transcript, options, delimiter="\t")
