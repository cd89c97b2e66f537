"""One query after the other, in each way to look; what is wrong with it is told and asked about no more."""

from collections.abc import Iterator, Sequence

import pytest

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import FindOptions, Found
from desktop_app.core.editing.patterns import PatternSearch
from desktop_app.ui.transcript.finder import Finder
from desktop_app.ui.transcript.search_matches import Match, Matches

PATTERN = FindOptions(is_pattern=True)


class HerePatterns:
    """Tries expressions without another process, and notes on which texts."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def prepare(self) -> None:
        pass

    def close(self) -> None:
        pass

    def spans(self, search: PatternSearch, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        self.asked.append(list(texts))
        return search.spans(texts)

    def found(self, search: PatternSearch, texts: Sequence[str], new: str) -> list[list[Found]]:
        return search.found(texts, new)


@pytest.fixture
def patterns(monkeypatch: pytest.MonkeyPatch) -> HerePatterns:
    made = HerePatterns()
    monkeypatch.setattr("desktop_app.ui.transcript.finder.PatternFinder", lambda: made)
    return made


@pytest.fixture
def finder(patterns: HerePatterns) -> Iterator[Finder]:
    made = Finder()
    yield made
    made.forget()


def test_places_count_as_qt_counts(finder: Finder) -> None:
    finder.look_for("one", FindOptions(match_case=True, whole_words=True))
    assert finder.find("😀 one oneness One") == [(3, 6)]
    assert finder.count("😀 one oneness One") == 1
    finder.look_for("o.e", PATTERN)
    assert list(Matches(finder, ["😀 one"], ["Joe"])) == [Match(0, 3, 6)]


def test_replacements_are_in_characters(finder: Finder) -> None:
    finder.look_for("ONE")
    assert finder.replacements(["😀 one"], "two") == [[Found(2, 5, "two")]]
    finder.look_for("(o)ne", PATTERN)
    assert finder.replacements(["😀 one"], r"\1k") == [[Found(2, 5, "ok")]]


def test_an_expression_is_tried_on_all_texts_at_once_and_on_each_once(finder: Finder, patterns: HerePatterns) -> None:
    finder.look_for("o", PATTERN)
    found = Matches(finder, ["one", "two", "one"], ["Bo", "Al", "Bo"])
    assert len(found) == 5
    assert patterns.asked == [["one", "two", "Bo", "Al"]]
    found.look_again(1, ["too", "one"], ["Al", "Bo"])
    assert len(found) == 6
    assert patterns.asked[1:] == [["too"]]


def test_what_is_wrong_is_told_and_asked_about_once(finder: Finder, patterns: HerePatterns) -> None:
    finder.look_for("(o", PATTERN)
    found = Matches(finder, ["one"])
    found.look_again(0, ["two"], [])
    assert finder.trouble.startswith("This is no regular expression")
    assert (len(found), len(patterns.asked)) == (0, 1)
    finder.look_for("(o)", PATTERN)
    assert finder.trouble == ""
    assert len(Matches(finder, ["two"])) == 1


def test_what_cannot_stand_there_is_an_error(finder: Finder) -> None:
    finder.look_for("o", PATTERN)
    with pytest.raises(PatternError):
        finder.replacements(["one"], r"\4")


@pytest.mark.parametrize(
    ("place", "expected"),
    [(Match(0, 0, 3), 1), (Match(0, 0, 1), 1), (Match(1, 0, 2, in_name=True), 3), (Match(9, 0, 1), 0)],
)
def test_the_first_match_behind_a_place(finder: Finder, place: Match, expected: int) -> None:
    finder.look_for("o")
    found = Matches(finder, ["one two", "no"], ["Al", "Bo"])
    assert list(found) == [Match(0, 0, 1), Match(0, 6, 7), Match(1, 1, 2, in_name=True), Match(1, 1, 2)]
    assert found.first_behind(place) == expected
