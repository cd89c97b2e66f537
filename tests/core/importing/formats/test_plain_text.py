import pytest

from importing.imported import imported, told


@pytest.mark.parametrize(
    "text",
    [
        "[00:12] Anna: Hello.\n\n[00:20] Ben: Yes.",
        "[0:00:12] Anna: Hello.\n[0:00:20] Ben: Yes.",
        "{00:00:12} Anna: Hello.\n{00:00:20} Ben: Yes.",
        "[00.12] Anna: Hello.\n[00.20] Ben: Yes.",
        "#00:00:12-0# Anna: Hello.\n#00:00:20-0# Ben: Yes.",
        "#00:00:12.000# Anna: Hello.\n#00:00:20.000# Ben: Yes.",
        "00:00:12 Anna: Hello.\n00:00:20 Ben: Yes.",
        "00:12 - 00:13 Anna: Hello.\n00:20 Ben: Yes.",
        "[00:12]Anna: Hello.\n[00:20]Ben: Yes.",
        "Anna (00:00:12): Hello.\nBen (00:00:20): Yes.",
        "ANNA [00:12]: Hello.\nBEN [00:20]: Yes.",
        "Anna  0:12\nHello.\n\nBen  0:20\nYes.",
        "Anna\n[00:00:12] - Hello.\n\nBen\n[00:00:20] - Yes.",
        "[00:12] [Anna] Hello.\n\n[00:20] [Ben] Yes.",
        "[00:12] #Anna: Hello.\n\n[00:20] #Ben: Yes.",
        "00:00:12\tAnna\tHello.\n00:00:20\tBen\tYes.",
        "Anna\t00:00:12\tHello.\nBen\t00:00:20\tYes.",
        "Timespan\tContent\tSpeaker\n0:00:12.0 - 0:00:13.0\tHello.\tAnna\n0:00:20.0\tYes.\tBen\n",
    ],
)
def test_every_notation_of_names_and_times_is_read(text: str) -> None:
    read = imported(text, "txt")
    said = [(read.speaker(turn.speaker).name.title(), turn.start_ms, turn.text) for turn in read.turns]
    assert said == [("Anna", 12_000, "Hello."), ("Ben", 20_000, "Yes.")]


def test_times_behind_what_they_end() -> None:
    text = "I: How was it? #00:00:05-2#\n\nB: It was good, very good. #00:00:09-9#\n\nI: Yes."
    assert told(imported(text, "txt")) == [
        "I 0-5200 How was it?",
        "B 5200-9900 It was good, very good.",
        "I 9900-10180 Yes.",
    ]


def test_several_times_in_one_paragraph_are_several_stretches_of_a_turn() -> None:
    (turn,) = imported("Anna\n[00:00:01] - Hello all [00:00:02] - and more", "txt").turns
    assert [(word.text, word.start_ms) for word in turn.words][::2] == [("Hello", 1000), ("and", 2000)]


def test_paragraphs_without_times_are_spread_by_their_letters() -> None:
    assert told(imported("Anna: abcd\n\nBen: abcdefgh", "txt")) == ["Anna 0-280 abcd", "Ben 280-840 abcdefgh"]


def test_paragraphs_without_names_are_one_speakers() -> None:
    assert told(imported("Once upon\na time.\n\nThere was: nothing.", "txt")) == [
        "Speaker 1 0-1190 Once upon a time.",
        "Speaker 1 1190-2520 There was: nothing.",
    ]


def test_a_paragraph_without_a_name_goes_on() -> None:
    text = "Anna: One.\n\nAnd two.\n\nBen: Three.\n\nAnna: Four.\n\nBen: Five."
    read = imported(text, "txt")
    assert [read.speaker(turn.speaker).name for turn in read.turns] == ["Anna", "Anna", "Ben", "Anna", "Ben"]


def test_an_address_is_no_name() -> None:
    read = imported("Anna: Look at\n\nhttps://example.org/a: it is there\n\nBen: Yes.", "txt")
    assert [speaker.name for speaker in read.speakers] == ["Anna", "Ben"]
    assert "https://example.org/a: it is there" in read.turns[1].text


def test_what_stands_before_the_first_name_is_told() -> None:
    read = imported("Interview 3\nBerlin\n\nAnna: Yes.\n\nBen: No.", "txt")
    assert read.warnings == ("The file begins with “Interview 3 / Berlin”, which nobody says.",)
    assert len(read.turns) == 2
