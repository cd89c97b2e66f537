"""Searching the index: what recordings are called, then what was said in them."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from desktop_app.core.library.entry_rows import key_at, read_facts
from desktop_app.core.library.errors import BrokenIndex
from desktop_app.core.library.found import Found, NameHit, NamePart, RecordingHits, TurnHit
from desktop_app.core.library.keys import ALL_TURNS, key_of, place_of, turn_numbers
from desktop_app.core.library.paths import path_of
from desktop_app.core.library.query import Query, read_query
from desktop_app.core.library.snippets import found_spans, snippet, whole_snippet
from desktop_app.core.library.spoken_text import SpokenTurn
from desktop_app.core.library.text_rows import read_text
from desktop_app.core.library.turn_search import TurnSearch, like_pattern
from desktop_app.core.library.values import Summary

_NAMES = 20
_IN_ONE_RECORDING = 3


def search(
    connection: sqlite3.Connection, turn_search: TurnSearch, text: str, limit: int, within: Path | None = None
) -> Found:
    """What there is of a text; see LibraryIndex.search. sqlite3.Error."""
    query = read_query(text)
    if not query.terms:
        return Found()
    if within is not None:
        return _within(connection, turn_search, query, limit, within)
    names, more_names = _names(connection, query)
    groups = groupby(turn_search.matches(connection, query, ALL_TURNS), key_of)
    recordings: list[RecordingHits] = []
    for key, numbers in groups:
        recordings.append(_hits(connection, query, key, numbers, _IN_ONE_RECORDING))
        if sum(len(each.hits) for each in recordings) >= limit:
            break
    return Found(names, more_names, tuple(recordings), next(groups, None) is not None)


def _within(connection: sqlite3.Connection, turn_search: TurnSearch, query: Query, limit: int, path: Path) -> Found:
    key = key_at(connection, path)
    numbers = [] if key is None else list(turn_search.matches(connection, query, turn_numbers(key)))
    if key is None or not numbers:
        return Found()
    return Found(recordings=(_hits(connection, query, key, numbers, limit),))


def _hits(connection: sqlite3.Connection, query: Query, key: int, numbers: Iterable[int], most: int) -> RecordingHits:
    """The first hits of a recording, of all the numbers of turns that were found in it."""
    path, summary = _recording(connection, key)
    places = sorted(map(place_of, numbers))
    turns = read_text(connection, key, places[:most])
    shown = tuple(_hit(query, path, summary.name, turn) for turn in turns)
    return RecordingHits(path, summary.name, summary.made_at, shown, len(places) - len(shown))


def _hit(query: Query, path: Path, recording: str, turn: SpokenTurn) -> TurnHit:
    spans = found_spans(query, turn.text)
    word = turn.word_at(spans[0][0]) if spans else 0
    return TurnHit(path, recording, turn.speaker, turn.start_ms, word, snippet(turn.text, spans))


def _recording(connection: sqlite3.Connection, key: int) -> tuple[Path, Summary]:
    row = connection.execute("SELECT path, facts FROM recordings WHERE key = ?", (key,)).fetchone()
    if row is None or row[1] is None:
        raise BrokenIndex("words were found in a recording that is not there")
    return path_of(row[0]), read_facts(row[1])


def _names(connection: sqlite3.Connection, query: Query) -> tuple[tuple[NameHit, ...], int]:
    """The newest recordings whose name, speakers, note and tags have all terms, and how many others do."""
    patterns = [like_pattern(term) for term in query.terms]
    called_so = f"FROM recordings WHERE {' AND '.join('names LIKE ?' for _ in patterns)}"
    rows = connection.execute(f"SELECT path, facts {called_so} ORDER BY key DESC LIMIT {_NAMES}", patterns).fetchall()
    (count,) = connection.execute(f"SELECT count(*) {called_so}", patterns).fetchone()
    return tuple(_name_hit(query, path_of(path), facts) for path, facts in rows), int(count) - len(rows)


def _name_hit(query: Query, path: Path, facts: str | None) -> NameHit:
    texts = [(NamePart.NAME, path.stem)] if facts is None else list(_named(read_facts(facts)))
    for part, text in texts:
        shown = whole_snippet(query, text)
        if shown.spans:
            return NameHit(path, texts[0][1], part, shown)
    return NameHit(path, texts[0][1], NamePart.NAME, whole_snippet(query, texts[0][1]))


def _named(summary: Summary) -> Iterator[tuple[NamePart, str]]:
    yield NamePart.NAME, summary.name
    yield from ((NamePart.SPEAKER, name) for name in summary.speakers)
    yield NamePart.NOTE, summary.note
    yield from ((NamePart.TAG, tag) for tag in summary.tags)
