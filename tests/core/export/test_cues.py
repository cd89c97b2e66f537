"""Subtitles are cut where a reader would want them cut."""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue, cues, timestamp, unlabelled
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word


def words(text: str, start_ms: int = 0, step_ms: int = 300) -> tuple[Word, ...]:
    return tuple(
        Word(word, start_ms + i * step_ms, start_ms + (i + 1) * step_ms - 20) for i, word in enumerate(text.split())
    )


def turn(spoken: tuple[Word, ...], speaker: str = "S1") -> Turn:
    return Turn(speaker, spoken[0].start_ms, spoken[-1].end_ms, spoken)


def talk(*turns: Turn, name: str = "Anna") -> Transcript:
    return Transcript(AudioSource("talk.wav", 600_000), (Speaker("S1", name, 0), Speaker("S2", "Ben", 1)), turns)


USUAL = CueLimits()


def by_name(name: str) -> str:
    return f"{name}: "


def cues_of(
    spoken: tuple[Word, ...], *, limits: CueLimits = USUAL, named: bool = False, name: str = "Anna"
) -> tuple[Cue, ...]:
    return cues(talk(turn(spoken), name=name), limits, by_name if named else unlabelled)


def texts(found: Iterable[Cue]) -> list[str]:
    return [" ".join(cue.lines) for cue in found]


LINE_CHARS, LONGEST_MS = 42, 7000
LONG = (
    "We walked along the river for an hour or so without a word and then she stopped and pointed at the far bank "
    "where somebody had left a boat with two oars in it and a lantern that was still burning in broad daylight"
)


def test_a_short_turn_is_one_cue_with_its_words_times() -> None:
    assert cues_of(words("Good morning to you all.", 1200)) == (Cue(1200, 2680, "Anna", ("Good morning to you all.",)),)


def test_a_name_stands_before_the_words_where_it_is_asked_for() -> None:
    assert cues_of(words("Good morning."), named=True)[0].lines == ("Anna: Good morning.",)


@pytest.mark.parametrize("named", [True, False])
def test_no_cue_has_more_than_two_lines_of_agreed_length(named: bool) -> None:
    found = cues_of(words(LONG), named=named)
    assert len(found) > 2
    assert all(1 <= len(cue.lines) <= 2 for cue in found)
    assert all(len(line) <= LINE_CHARS for cue in found for line in cue.lines)


def test_every_word_is_in_one_cue_and_in_order() -> None:
    assert " ".join(texts(cues_of(words(LONG)))) == LONG


def test_cues_begin_and_end_with_their_words() -> None:
    spoken = iter(words(LONG))
    for cue in cues_of(words(LONG)):
        own = [next(spoken) for _ in " ".join(cue.lines).split()]
        assert (cue.start_ms, cue.end_ms) == (own[0].start_ms, own[-1].end_ms)


def test_no_cue_of_slow_speech_stays_longer_than_agreed() -> None:
    found = cues_of(words(LONG, step_ms=1500))
    assert max(cue.end_ms - cue.start_ms for cue in found) <= LONGEST_MS


def test_a_cue_ends_with_its_sentence() -> None:
    text = "I had not thought about it for a while. Then the letter came and with it all the old questions."
    assert texts(cues_of(words(text))) == [
        "I had not thought about it for a while.",
        "Then the letter came and with it all the old questions.",
    ]


def test_short_sentences_share_a_cue() -> None:
    assert texts(cues_of(words("Yes. I know. He told me so. Right."))) == ["Yes. I know. He told me so. Right."]


@pytest.mark.parametrize("end", ["late.”", 'late!"', "late?)", "late…", "late。"])
def test_a_sentence_also_ends_before_closing_marks(end: str) -> None:
    first = f"He looked at the clock again and said it was too {end}"
    second = "And after that we did not hear from him for years."
    assert texts(cues_of(words(f"{first} {second}"))) == [first, second]


def test_a_sentence_too_long_for_a_cue_is_cut_at_a_comma() -> None:
    first = "When the boats came in that evening with nothing at all in their nets,"
    second = "nobody said a word about it until the morning."
    assert texts(cues_of(words(f"{first} {second}"))) == [first, second]


def test_a_sentence_without_commas_is_shared_out_evenly() -> None:
    text = "There was nothing left for us to do but sit there and wait for the morning to come around"
    first, second = (len(part.split()) for part in texts(cues_of(words(text))))
    assert abs(first - second) <= 1


def test_two_lines_are_as_even_as_they_can_be() -> None:
    (cue,) = cues_of(words("It was the only house on the whole street with light."))
    assert cue.lines == ("It was the only house on", "the whole street with light.")


@pytest.mark.parametrize("pause_ms", [1100, 1500, 10_000])
def test_no_cue_shows_what_is_said_after_a_pause_of_more_than_a_second(pause_ms: int) -> None:
    spoken = (*words("I was about to say"), *words("nothing", 1480 + pause_ms))
    first, second = cues_of(spoken)
    assert first.end_ms == 1480
    assert (second.start_ms, second.lines) == (1480 + pause_ms, ("nothing",))


def test_a_word_longer_than_a_line_stays_whole() -> None:
    link = "https://" + "a" * 60
    assert link in [line for cue in cues_of(words(f"see {link} for more")) for line in cue.lines]


def test_a_name_longer_than_a_line_leaves_the_words_some_room() -> None:
    found = cues_of(words(LONG), named=True, name="N" * 60)
    assert all(len(cue.lines) <= 2 for cue in found)
    assert all(cue.lines[0].startswith("N" * 60 + ": ") and len(cue.lines[0]) <= 62 + LINE_CHARS for cue in found)
    assert " ".join(cue.removeprefix("N" * 60 + ": ") for cue in texts(found)) == LONG


def test_a_cue_too_short_to_read_stays_for_a_second() -> None:
    assert [(cue.start_ms, cue.end_ms) for cue in cues_of(words("Yes."))] == [(0, 1000)]


def test_a_short_cue_goes_when_the_next_one_comes() -> None:
    found = cues(talk(turn(words("Yes.")), turn(words("No, not at all.", 600), "S2")))
    assert [(cue.start_ms, cue.end_ms) for cue in found] == [(0, 600), (600, 1780)]


@pytest.mark.parametrize("end_ms", [500, 200])
def test_a_cue_ends_after_it_starts_even_where_its_word_does_not(end_ms: int) -> None:
    found = cues(talk(turn((Word("Oh", 500, end_ms),)), turn(words("Ah", 500), "S2")))
    assert all(cue.start_ms < cue.end_ms for cue in found)


def test_a_word_that_goes_on_for_ever_does_not_stay_for_ever() -> None:
    (cue,) = cues_of((Word("mmm", 0, 90_000),))
    assert (cue.start_ms, cue.end_ms) == (0, LONGEST_MS)


def test_cues_of_overlapping_turns_are_in_order_of_their_starts() -> None:
    found = cues(talk(turn(words(LONG)), turn(words("Yes, I remember that.", 4000), "S2")))
    assert all(one.start_ms <= other.start_ms for one, other in pairwise(found))
    ben = next(cue for cue in found if cue.name == "Ben")
    assert any(cue.name == "Anna" and cue.start_ms < ben.start_ms < cue.end_ms for cue in found)


def test_turns_without_visible_words_have_no_cues() -> None:
    silent = Turn("S1", 0, 900)
    blank = Turn("S1", 1000, 2000, (Word("", 1000, 1500), Word(" \n", 1500, 2000)))
    assert cues(talk(silent, blank), label=by_name) == ()


def test_line_breaks_within_words_and_names_become_spaces() -> None:
    (cue,) = cues_of((Word("New\r\nYork\u2028City", 0, 900),), name="Anna\n\nBerg\x85")
    assert (cue.name, cue.lines) == ("Anna Berg", ("New York City",))


@pytest.mark.parametrize(
    ("time_ms", "point", "text"),
    [(0, ",", "00:00:00,000"), (3_723_004, ".", "01:02:03.004"), (359_999_999, ",", "99:59:59,999")],
)
def test_timestamps_have_hours_and_milliseconds(time_ms: int, point: str, text: str) -> None:
    assert timestamp(time_ms, point) == text


def test_in_scripts_without_spaces_words_stand_beside_each_other_and_fill_their_lines() -> None:
    assert cues_of(words("今日は 天気が いい"))[0].lines == ("今日は天気がいい",)
    found = cues_of(words("今日はとても天気がいいですね " * 6, step_ms=900), named=True)
    lines = [line for cue in found for line in cue.lines]
    assert all(" " not in line.removeprefix("Anna: ") for line in lines)
    assert max(map(len, lines)) <= LINE_CHARS
    assert "".join(line.removeprefix("Anna: ") for line in lines) == "今日はとても天気がいいですね" * 6
    exact = words("あ" * 21 + " " + "い" * 21)
    assert cues_of(exact)[0].lines == ("あ" * 21 + "い" * 21,)


def test_three_short_lines_hold_what_they_can_and_are_even() -> None:
    found = cues_of(words(LONG), limits=CueLimits(line_chars=20, lines=3))
    assert {len(cue.lines) for cue in found} <= {1, 2, 3}
    assert any(len(cue.lines) == 3 for cue in found)
    assert all(len(line) <= 20 for cue in found for line in cue.lines)
    assert " ".join(texts(found)) == LONG
    (cue,) = cues_of(words("one two three four five six"), limits=CueLimits(line_chars=10, lines=3))
    assert cue.lines == ("one two", "three four", "five six")


def test_on_one_line_nothing_is_broken() -> None:
    found = cues_of(words(LONG), limits=CueLimits(lines=1))
    assert all(len(cue.lines) == 1 and len(cue.lines[0]) <= LINE_CHARS for cue in found)


def test_no_cue_stays_longer_than_it_is_allowed_to() -> None:
    found = cues_of(words(LONG, step_ms=700), limits=CueLimits(longest_s=2))
    assert max(cue.end_ms - cue.start_ms for cue in found) <= 2000
    assert " ".join(texts(found)) == LONG


def test_a_cue_stays_until_it_can_have_been_read() -> None:
    fast = words("Sixty characters in two seconds are far too many for anybody.", step_ms=100)
    ends = [cues_of(fast, limits=CueLimits(chars_per_second=speed))[0].end_ms for speed in (0, 30, 10)]
    assert ends == [1080, 2000, 6000]


def test_reading_goes_on_neither_over_the_next_cue_nor_over_the_longest_time() -> None:
    fast = words("Sixty characters in two seconds are far too many for anybody.", step_ms=100)
    first, _ = cues(talk(turn(fast), turn(words("No.", 3000), "S2")), CueLimits(chars_per_second=10))
    assert first.end_ms == 3000
    (alone,) = cues_of(fast, limits=CueLimits(chars_per_second=10, longest_s=4))
    assert alone.end_ms == 4000


def test_a_speaker_s_own_turns_that_overlap_come_one_after_the_other() -> None:
    found = cues(talk(turn(words(LONG)), turn(words("Wait, I forgot something.", 4000)), turn(words("Now.", 4000))))
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(found))
    assert sorted(" ".join(texts(found)).split()) == sorted(f"{LONG} Wait, I forgot something. Now.".split())


def test_cues_of_one_speaker_that_begin_together_share_the_time_in_order() -> None:
    said = ("This is said at once, all of it together.", "And that is said just as fast.")
    sentences = [Word(text, 500, 500) for text in said]
    found = cues(talk(turn(tuple(sentences)), turn(words("So?", 900))), CueLimits(lines=1))
    assert [(cue.start_ms, cue.end_ms) for cue in found] == [(500, 700), (700, 900), (900, 1900)]
    assert texts(found[:2]) == [*said]


def test_a_turn_without_an_end_to_its_sentence_takes_no_endless_time() -> None:
    found = cues_of(tuple(Word("na", 100 * at, 100 * at + 90) for at in range(20_000)))
    assert sum(len(line.split()) for cue in found for line in cue.lines) == 20_000
