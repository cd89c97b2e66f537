"""Which turns have the words of a query: by SQLite's full text search, or without it.

Both hold the words of turns under numbers, folded and separated by spaces; neither can give them back.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Protocol

from desktop_app.core.library.folding import tokens
from desktop_app.core.library.query import Query, Term
from desktop_app.core.library.spoken_text import SpokenTurn

Numbered = tuple[int, SpokenTurn]


class TurnSearch(Protocol):
    """A way to search turns. sqlite3.Error from every method."""

    name: str

    def lay_out(self, connection: sqlite3.Connection) -> None:
        """Make its table."""
        ...

    def add(self, connection: sqlite3.Connection, turns: Iterable[Numbered]) -> None:
        """Take in turns under numbers that are free."""
        ...

    def remove(self, connection: sqlite3.Connection, turns: Iterable[Numbered]) -> None:
        """Take out turns, which must be those that were added under these numbers."""
        ...

    def matches(self, connection: sqlite3.Connection, query: Query, numbers: range) -> Iterator[int]:
        """The numbers, among these, of the turns that have all terms, the highest first, as they are found."""
        ...


class FullTextSearch:
    """By FTS5, which keeps of every word where it stands, and the words' beginnings of two letters."""

    name = "fts5"

    def lay_out(self, connection: sqlite3.Connection) -> None:
        """Make its table: contentless, as the text itself is kept packed."""
        # 'ascii' leaves all beyond ASCII alone: what a word is was decided by folding.
        form = "content='', columnsize=0, tokenize='ascii', prefix='2'"
        connection.execute(f"CREATE VIRTUAL TABLE turns USING fts5(words, speaker, {form})")

    def add(self, connection: sqlite3.Connection, turns: Iterable[Numbered]) -> None:
        """Take in turns."""
        rows = map(_folded_row, turns)
        connection.executemany("INSERT INTO turns (rowid, words, speaker) VALUES (?, ?, ?)", rows)

    def remove(self, connection: sqlite3.Connection, turns: Iterable[Numbered]) -> None:
        """Take out turns."""
        rows = map(_folded_row, turns)
        connection.executemany("INSERT INTO turns (turns, rowid, words, speaker) VALUES ('delete', ?, ?, ?)", rows)

    def matches(self, connection: sqlite3.Connection, query: Query, numbers: range) -> Iterator[int]:
        """The numbers of the turns that have all terms."""
        statement = "SELECT rowid FROM turns WHERE turns MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC"
        found = connection.execute(statement, (_match_expression(query), numbers[0], numbers[-1]))
        return (number for (number,) in found)


class PatternSearch:
    """By LIKE, for SQLite without FTS5: every turn is looked at."""

    name = "like"

    def lay_out(self, connection: sqlite3.Connection) -> None:
        """Make its table."""
        connection.execute(
            "CREATE TABLE turns (number INTEGER PRIMARY KEY, words TEXT NOT NULL, speaker TEXT NOT NULL)"
        )

    def add(self, connection: sqlite3.Connection, turns: Iterable[Numbered]) -> None:
        """Take in turns."""
        rows = map(_folded_row, turns)
        connection.executemany("INSERT INTO turns VALUES (?, ' ' || ? || ' ', ' ' || ? || ' ')", rows)

    def remove(self, connection: sqlite3.Connection, turns: Iterable[Numbered]) -> None:
        """Take out turns."""
        connection.executemany("DELETE FROM turns WHERE number = ?", ((number,) for number, _ in turns))

    def matches(self, connection: sqlite3.Connection, query: Query, numbers: range) -> Iterator[int]:
        """The numbers of the turns that have all terms."""
        patterns = [like_pattern(term) for term in query.terms]
        said = " OR ".join("words LIKE ?" for _ in patterns)
        all_there = " AND ".join("(words LIKE ? OR speaker LIKE ?)" for _ in patterns)
        found = connection.execute(
            f"SELECT number FROM turns WHERE number BETWEEN ? AND ? AND ({said}) AND {all_there} ORDER BY number DESC",  # noqa: S608
            (numbers[0], numbers[-1], *patterns, *(each for pattern in patterns for each in (pattern, pattern))),
        )
        return (number for (number,) in found)


def best_search(connection: sqlite3.Connection) -> TurnSearch:
    """By FTS5 where this SQLite has it."""
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.probe USING fts5(word)")
    except sqlite3.OperationalError:
        return PatternSearch()
    connection.execute("DROP TABLE temp.probe")
    return FullTextSearch()


def folded(text: str) -> str:
    """The words of a text as they are compared, separated by spaces."""
    return " ".join(tokens(text))


def like_pattern(term: Term) -> str:
    """What a folded text that begins and ends with a space is like where it has the term. Tokens have no % and no _."""
    return f"% {' '.join(term.words)}{'' if term.is_prefix else ' '}%"


def _folded_row(turn: Numbered) -> tuple[int, str, str]:
    number, spoken = turn
    return number, folded(spoken.text), folded(spoken.speaker)


def _match_expression(query: Query) -> str:
    terms = [f'"{" ".join(term.words)}"{" *" if term.is_prefix else ""}' for term in query.terms]
    said = " OR ".join(f"words : {term}" for term in terms)
    return said if len(terms) == 1 else f"({said}) AND {' AND '.join(terms)}"
