"""A talk of two people, as a job writes it down, and what a test does to it."""

from scripted import BEN, transcript, turn

from desktop_app.core.transcript.edits import Edit
from desktop_app.ui.state.document import Document

TALK = transcript(turn("we met at the harbour", 1000), turn("and then it rained", 5000, BEN))


def correct(document: Document, edit: Edit | None) -> None:
    """Make an edit that there must be."""
    assert edit is not None
    document.edit(edit)


def texts(document: Document) -> list[str]:
    """What is said in each turn."""
    return [each.text for each in document.transcript.turns]
