"""TXT is for reading."""

from dataclasses import replace

import pytest

from desktop_app.core.export.formats.plain_text import render
from desktop_app.core.export.reading_layout import ReadingLayout, Times
from desktop_app.core.transcript.values import AudioSource, HeardTrack, Speaker, Transcript, Turn, Word


def said(text: str, start_ms: int, speaker: str = "S1") -> Turn:
    return Turn(speaker, start_ms, start_ms + 1000, (Word(text, start_ms, start_ms + 1000),))


def talk(*turns: Turn, file: str = "talk.wav", name: str = "Anna") -> Transcript:
    return Transcript(AudioSource(file, 65_000), (Speaker("S1", name, 0),), turns)


def test_each_turn_is_a_paragraph_with_its_time_and_speaker() -> None:
    assert render(talk(said("Good day.", 12_345))) == "talk.wav (01:05)\n\n[00:12] Anna: Good day.\n"


def test_two_turns_of_one_speaker_stay_two_paragraphs() -> None:
    assert render(talk(said("One.", 0), said("Two.", 1000))).count("[") == 2


def test_an_incomplete_transcript_says_so_first_and_last() -> None:
    text = render(replace(talk(said("Hi.", 11_000)), incomplete_from_ms=12_345))
    first, *_, last = text.splitlines()
    assert first == "talk.wav (01:05), incomplete: interrupted at 00:12 of 01:05"
    assert last == "[incomplete: interrupted at 00:12 of 01:05]"


def test_what_was_not_heard_and_what_must_be_known_is_told() -> None:
    whole = talk(said("Hi.", 11_000))
    audio = replace(whole.audio, tracks=2, heard=(HeardTrack(2, (1,), 1),))
    first, *_, last = render(replace(whole, audio=audio, warnings=("The file ends at 00:12 of 01:05.",))).splitlines()
    assert first == "talk.wav (01:05, sound track 2 of 2)"
    assert last == "[The file ends at 00:12 of 01:05.]"


def test_turns_without_visible_words_are_left_out() -> None:
    assert render(talk(Turn("S1", 0, 900), said(" \n", 1000))) == "talk.wav (01:05)\n"


def test_speakers_of_one_name_are_told_apart() -> None:
    speakers = tuple(Speaker(f"S{i}", name, i) for i, name in enumerate(["Anna", "Ben", " Anna ", "Anna (2)"]))
    turns = tuple(said("Hi.", 1000 * i, f"S{i}") for i in range(4))
    text = render(Transcript(AudioSource("talk.wav", 65_000), speakers, turns))
    assert [line.split("] ")[1] for line in text.splitlines() if "] " in line] == [
        "Anna: Hi.",
        "Ben: Hi.",
        "Anna (2): Hi.",
        "Anna (2) (2): Hi.",
    ]


@pytest.mark.parametrize("name", ["Anna\nBerg", "Anna\r\n\tBerg", " Anna \x00 Berg ", "Anna\u2028Berg", "Anna\x85Berg"])
def test_a_name_stays_on_its_line(name: str) -> None:
    assert "\n[00:00] Anna Berg: Hi.\n" in render(talk(said("Hi.", 0), name=name))


def test_a_speaker_without_a_name_goes_by_the_id() -> None:
    assert "[00:00] S1: Hi." in render(talk(said("Hi.", 0), name=" \n"))


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("/home/anna/Harbour talk.wav", "Harbour talk.wav"),
        (r"C:\Users\Anna\Harbour talk.wav", "Harbour talk.wav"),
        ("two\nlines.wav", "two lines.wav"),
        ("", "recording"),
    ],
)
def test_the_first_line_names_the_recording_without_its_folders(file: str, shown: str) -> None:
    assert render(talk(file=file)) == f"{shown} (01:05)\n"


def conversation() -> Transcript:
    """Two turns of Anna's, in the first minute, then Ben's over three, then Anna's."""
    slow = tuple(Word(text, 50_000 + 40_000 * at, 50_900 + 40_000 * at) for at, text in enumerate(["a", "b", "c", "d"]))
    turns = (said("One.", 1000), said("Two.", 5000), Turn("S2", 50_000, 170_900, slow), said("Hm.", 175_000))
    speakers = (Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1))
    return Transcript(AudioSource("talk.wav", 180_000), speakers, turns)


@pytest.mark.parametrize(
    ("times", "lines"),
    [
        (
            Times.TURNS,
            ["[00:01] Anna: One.", "[00:05] Anna: Two.", "[00:50] Ben: a b c d", "[02:55] Anna: Hm."],
        ),
        (Times.CHANGES, ["[00:01] Anna: One.", "Anna: Two.", "[00:50] Ben: a b c d", "[02:55] Anna: Hm."]),
        (Times.MINUTES, ["[00:01] Anna: One.", "Anna: Two.", "Ben: a [01:30] b [02:10] c d", "Anna: Hm."]),
        (Times.NONE, ["Anna: One.", "Anna: Two.", "Ben: a b c d", "Anna: Hm."]),
    ],
)
def test_times_stand_where_they_are_wanted(times: Times, lines: list[str]) -> None:
    text = render(conversation(), ReadingLayout(times, title=False))
    assert text == "\n\n".join(lines) + "\n"


def test_turns_of_one_speaker_are_one_paragraph_where_it_is_chosen() -> None:
    text = render(conversation(), ReadingLayout(merged=True, title=False))
    assert text.split("\n\n")[0] == "[00:01] Anna: One. Two."
    assert text.count("Anna:") == 2


def test_speakers_of_one_name_are_not_one_paragraph() -> None:
    speakers = (Speaker("S1", "Anna", 0), Speaker("S2", "Anna", 1))
    talk = Transcript(AudioSource("talk.wav", 9000), speakers, (said("Hi.", 0), said("Ho.", 1000, "S2")))
    assert render(talk, ReadingLayout(merged=True, title=False)) == "[00:00] Anna: Hi.\n\n[00:01] Anna (2): Ho.\n"


def test_without_a_header_what_must_be_known_still_stands_at_the_end() -> None:
    part = replace(talk(said("Hi.", 11_000)), incomplete_from_ms=12_345, warnings=("It was loud.",))
    assert render(part, ReadingLayout(title=False)).split("\n\n") == [
        "[00:11] Anna: Hi.",
        "[incomplete: interrupted at 00:12 of 01:05]",
        "[It was loud.]\n",
    ]


def test_minutes_are_marked_between_letters_that_want_no_space() -> None:
    said = (Word("今日は", 0, 900), Word("天気が", 59_900, 60_100), Word("いい", 61_000, 62_000))
    text = render(talk(Turn("S1", 0, 62_000, said)), ReadingLayout(Times.MINUTES, title=False))
    assert text == "[00:00] Anna: 今日は天気が [01:01] いい\n"
