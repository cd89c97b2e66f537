"""The word that sounds: one after the other, in talk over each other, and in none of the long pauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.playback.sounding_word import LONG_PAUSE_MS, SoundingWords
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word

SPEAKERS = (Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1))


def turn(speaker: str, *times_ms: tuple[int, int]) -> Turn:
    words = tuple(Word(f"{start}", start, end) for start, end in times_ms)
    return Turn(speaker, times_ms[0][0], times_ms[-1][1], words)


def words_of(*turns: Turn) -> SoundingWords:
    return SoundingWords(Transcript(AudioSource("talk.wav", 10**7), SPEAKERS, turns))


def test_it_is_the_last_one_until_the_next_begins_but_not_across_a_long_pause() -> None:
    words = words_of(turn("S1", (1000, 1300), (1500, 1800)), turn("S2", (10_000, 10_400)))
    assert [words.at(ms) for ms in (999, 1000, 1299, 1400, 1500, 1900)] == [
        None,
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 1),
        (0, 1),
    ]
    assert words.at(1800 + LONG_PAUSE_MS - 1) == (0, 1)
    assert words.at(1800 + LONG_PAUSE_MS) is None
    assert words.at(9_999) is None
    assert words.at(10_000) == (1, 0)
    assert words.at(10**9) is None


def test_of_two_who_talk_at_once_it_is_the_word_that_began_last_and_still_sounds() -> None:
    words = words_of(turn("S1", (0, 5000), (5000, 9000)), turn("S2", (1000, 1200)), turn("S2", (4900, 5100)))
    assert [words.at(ms) for ms in (500, 1100, 1200, 4950, 5050, 6000)] == [
        (0, 0),
        (1, 0),
        (0, 0),
        (2, 0),
        (0, 1),
        (0, 1),
    ]


def test_turns_without_words_and_an_empty_transcript_have_none() -> None:
    silent = Turn("S2", 0, 900)
    assert words_of().at(0) is None
    assert words_of(silent, turn("S1", (100, 200))).at(150) == (1, 0)


words_s = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300)), min_size=1, max_size=8)


@given(st.lists(st.tuples(st.integers(0, 3000), words_s), max_size=6), st.integers(0, 8000))
def test_it_is_what_looking_at_every_word_finds(turns: list[tuple[int, list[tuple[int, int]]]], at_ms: int) -> None:
    made = []
    for start_ms, steps in sorted(turns, key=lambda each: each[0]):
        times, now_ms = [], start_ms
        for gap_ms, length_ms in steps:
            times.append((now_ms + gap_ms, now_ms + gap_ms + length_ms))
            now_ms = times[-1][1]
        made.append(turn("S1", *times))
    every = [
        (word.end_ms > at_ms, word.start_ms, (place, index))
        for place, each in enumerate(made)
        for index, word in enumerate(each.words)
        if word.start_ms <= at_ms < word.end_ms + LONG_PAUSE_MS
        and (index + 1 == len(each.words) or each.words[index + 1].start_ms > at_ms)
    ]
    expected = max(every)[2] if every else None
    assert words_of(*made).at(at_ms) == expected


@pytest.mark.parametrize("position_ms", [0, 15_000_000, 29_999_999])
def test_a_hundred_thousand_words_are_looked_at_by_halves(position_ms: int) -> None:
    class Counted(Word):
        looked_at = 0

        def __getattribute__(self, name: str) -> object:
            if name == "start_ms":
                Counted.looked_at += 1
            return super().__getattribute__(name)

    turns = tuple(
        Turn(
            "S1",
            3000 * n,
            3000 * n + 2900,
            tuple(Counted("a", 3000 * n + 200 * k, 3000 * n + 200 * k + 150) for k in range(10)),
        )
        for n in range(10_000)
    )
    words = words_of(*turns)
    Counted.looked_at = 0
    found = words.at(position_ms)
    assert found is not None
    assert found.turn == position_ms // 3000
    assert Counted.looked_at < 20
