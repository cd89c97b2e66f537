"""Searching everything that was ever said."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_projects import project, said

from desktop_app.core.library.errors import Cancelled
from desktop_app.core.library.found import Found, NamePart
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.turn_search import FullTextSearch, PatternSearch

HERE = Path("/projects")


def put(index: LibraryIndex, name: str, *texts: str, day: int = 0, **facts: object) -> Path:
    path = HERE / f"{name}.diarist"
    turns = [said(text, at_ms=1000 * number) for number, text in enumerate(texts)]
    index.put(path, project(name, turns, day=day, **facts))
    return path


def found_texts(found: Found) -> list[str]:
    return [hit.snippet.text for recording in found.recordings for hit in recording.hits]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("meeting", True),
        ("MEET", True),
        ("eeting", False),
        ("cafe", True),
        ("budget meeting", True),
        ("budget lunch", False),
        ('"the budget"', True),
        ('"budget the"', False),
        ('"the bud"', False),
        ('"the bud', True),
        ("well-known", True),
        ("don't", True),
        ("anna budget", True),
        ("ben lunch", True),
        ("ben budget", False),
        ("ben", False),
        ("b", False),
    ],
)
def test_all_words_must_be_in_one_turn_as_they_are_or_begun(index: LibraryIndex, query: str, is_found: bool) -> None:
    put(index, "One", "in the Meeting at the Café, the budget", "well-known, I don't think", "food is ready")
    index.put(HERE / "Two.diarist", project("Two", [said("lunch then", "Ben")]))
    assert bool(found_texts(index.search(query))) is is_found


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("明日の会議は三時です", "会議"),
        ("明日の会議は三時です", "三時で"),
        ("ประชุมพรุ่งนี้", "พรุ่ง"),
        ("ذهبتُ إلى المدرسةِ", "المدرسة"),
        ("ОТЧЁТ готов", "отчет"),
        ("한국어로 말해요", "한국어"),
        ("so good 👍", "👍"),
    ],
)
def test_scripts_of_all_kinds_are_found(index: LibraryIndex, text: str, query: str) -> None:
    put(index, "One", text)
    assert found_texts(index.search(query)) == [text]


def test_words_that_run_on_are_found_over_their_border_and_shown_without_a_space(index: LibraryIndex) -> None:
    put(index, "One", "今日は 天気が いい")
    ((hit,),) = (recording.hits for recording in index.search("は天気").recordings)
    assert hit.snippet.text == "今日は天気がいい"
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.spans] == ["は天気"]
    ((hit,),) = (recording.hits for recording in index.search("いい").recordings)
    assert hit.word == 2


def test_letters_in_another_order_are_another_word(index: LibraryIndex) -> None:
    put(index, "One", "議会です")
    assert not index.search("会議").recordings


def test_a_hit_says_who_when_and_at_which_word(index: LibraryIndex) -> None:
    path = HERE / "Tea.diarist"
    turns = [said("hello"), said("we had the big budget meeting then", "Ben", at_ms=65_000)]
    index.put(path, project("Tea at four", turns))
    (recording,) = index.search("meet budg").recordings
    (hit,) = recording.hits
    assert (hit.path, hit.recording, hit.speaker, hit.start_ms, hit.word) == (path, "Tea at four", "Ben", 65_000, 4)
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.spans] == ["budget", "meeting"]


def test_the_newest_recordings_come_first_and_none_takes_all_the_room(index: LibraryIndex) -> None:
    put(index, "old", *["apples"] * 9, day=1)
    put(index, "new", *["apples"] * 2, day=8)
    put(index, "middle", *["apples"] * 3, day=4)
    found = index.search("apples")
    assert [(each.recording, len(each.hits), each.more) for each in found.recordings] == [
        ("new", 2, 0),
        ("middle", 3, 0),
        ("old", 3, 6),
    ]
    assert [hit.start_ms for hit in found.recordings[2].hits] == [0, 1000, 2000]
    assert not found.has_more


def test_a_page_ends_and_says_so(index: LibraryIndex) -> None:
    for day in range(10):
        put(index, f"day {day}", "apples", "apples", day=day)
    found = index.search("apples", limit=4)
    assert [each.recording for each in found.recordings] == ["day 9", "day 8"]
    assert found.has_more
    assert not index.search("apples", limit=20).has_more


def test_within_one_recording_all_of_it_is_found(index: LibraryIndex) -> None:
    put(index, "other", "apples", day=9)
    path = put(index, "apples", *["apples"] * 9)
    found = index.search("apples", within=path, limit=5)
    (recording,) = found.recordings
    assert (len(recording.hits), recording.more, found.names) == (5, 4, ())
    assert index.search("apples", within=HERE / "none.diarist") == Found()
    assert index.search("pears", within=path) == Found()


def test_names_speakers_notes_and_tags_are_found_before_what_was_said(index: LibraryIndex) -> None:
    put(index, "Interview", "nothing", day=1, speakers=("Anna",), tags=("field work",), note="with Zoë\nat noon")
    put(index, "Talk", "the interview", day=2, speakers=("Ben",))
    found = index.search("interview")
    assert [(hit.recording, hit.part) for hit in found.names] == [("Interview", NamePart.NAME)]
    assert [each.recording for each in found.recordings] == ["Talk"]
    texts = ("anna", "zoe", "field wo", "zoe anna")
    parts = {query: [hit.part for hit in index.search(query).names] for query in texts}
    assert parts == {
        "anna": [NamePart.SPEAKER],
        "zoe": [NamePart.NOTE],
        "field wo": [NamePart.TAG],
        "zoe anna": [NamePart.SPEAKER],
    }
    assert not index.search('"zoe at"').names
    assert not index.search("anna pears").names


def test_of_very_many_recordings_of_a_name_the_newest_are_shown_and_the_others_counted(index: LibraryIndex) -> None:
    for day in range(25):
        put(index, f"Interview {day}", day=day)
    found = index.search("interview")
    assert (len(found.names), found.more_names, found.names[0].recording) == (20, 5, "Interview 24")


def test_a_search_that_nobody_waits_for_any_more_is_given_up(index: LibraryIndex) -> None:
    for day in range(40):
        put(index, f"day {day}", *["apples pears plums"] * 50, day=day)
    with pytest.raises(Cancelled):
        index.search("apples", limit=10_000, is_cancelled=lambda: True)
    assert index.search("apples").recordings


TRICKY = [
    '"',
    "'",
    "a AND",
    "NEAR(a b)",
    "words:a",
    "-a",
    "a*",
    "^a",
    "(",
    "%",
    "_",
    "\x00",
    "\ud800",
    "{a} : b",
    "--",
    ";",
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text() | st.lists(st.sampled_from([*TRICKY, "apples", "or"])).map(" ".join))
def test_any_text_may_be_asked_for(index: LibraryIndex, query: str) -> None:
    put(index, "One", "apples and pears or plums")
    index.search(query)
    assert index.remade == 1


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text("abcé 会議 '", min_size=1), min_size=1), st.text("abcé会議 \"'", max_size=6))
def test_both_ways_to_search_find_the_same(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str
) -> None:
    found = []
    for way in (FullTextSearch(), PatternSearch()):
        with LibraryIndex(tmp_path_factory.mktemp("index") / "index", turn_search=way) as index:
            put(index, "abc", *texts)
            found.append(index.search(query))
    assert found[0] == found[1]
    assert all(hit.snippet.spans for each in found[0].recordings for hit in each.hits)
