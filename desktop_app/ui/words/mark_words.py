"""What a person has said of words, in words."""

from collections.abc import Iterable

from desktop_app.core.transcript.values import Mark
from desktop_app.translation import tr

UNMARKED = tr("no mark any more")
_NAMES = {
    Mark.INAUDIBLE: tr("inaudible", "a mark"),
    Mark.UNCERTAIN: tr("uncertain", "a mark"),
    Mark.OFF_RECORD: tr("off the record", "a mark"),
}
_MOST_WORDS = 8


def mark_names(marks: Iterable[Mark]) -> str:
    """'uncertain, off the record'."""
    return ", ".join(name for mark, name in _NAMES.items() if mark in set(marks))


def marked_words(marked: Iterable[tuple[Mark, str]]) -> str:
    """'uncertain: I have. off the record: my boss': each mark with the words that have it, many cut."""
    return ". ".join(f"{_NAMES[mark]}: {_short(words)}" for mark, words in marked)


def _short(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _MOST_WORDS else f"{' '.join(words[:_MOST_WORDS])}…"
