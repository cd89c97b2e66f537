import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told


def cues(*texts: str) -> str:
    return "\n".join(
        f"{at}\n00:00:{2 * at:02},000 --> 00:00:{2 * at + 1:02},500\n{text}\n" for at, text in enumerate(texts, 1)
    )


def test_cues_of_one_speaker_are_one_turn() -> None:
    read = imported(cues("Anna: I was born", "by the sea.", "Ben: Where?"), "srt")
    assert told(read) == ["Anna 2000-5500 I was born by the sea.", "Ben 6000-7500 Where?"]
    assert [(speaker.id, speaker.name, speaker.colour) for speaker in read.speakers] == [
        ("S1", "Anna", 0),
        ("S2", "Ben", 1),
    ]


def test_words_share_the_time_of_their_cue_by_their_letters() -> None:
    (turn,) = imported("1\n00:00:01,000 --> 00:00:02,000\nnow then a bcdefg\n", "srt").turns
    assert [(word.text, word.start_ms, word.end_ms) for word in turn.words] == [
        ("now", 1000, 1214),
        ("then", 1214, 1500),
        ("a", 1500, 1571),
        ("bcdefg", 1571, 2000),
    ]
    assert all(word.estimated and word.confidence is None for word in turn.words)


def test_names_stand_in_brackets_too() -> None:
    assert told(imported(cues("[Anna] Hello.", "[Ben] Yes."), "srt")) == ["Anna 2000-3500 Hello.", "Ben 4000-5500 Yes."]


def test_a_sound_in_brackets_is_no_name() -> None:
    assert told(imported(cues("[Music]", "Hello.", "[laughs] Yes."), "srt"))[0].startswith(
        "Speaker 1 2000-7500 [Music]"
    )


def test_what_stands_before_a_colon_in_a_sentence_is_no_name() -> None:
    read = imported(cues("I said this:", "he told me: go", "and I went."), "srt")
    assert [speaker.name for speaker in read.speakers] == ["Speaker 1"]


def test_dashes_are_people_of_whom_nobody_says_who_they_are() -> None:
    read = imported(cues("Anna: Well.", "- Ben: Yes?\n- No!"), "srt")
    assert [read.speaker(turn.speaker).name for turn in read.turns] == ["Anna", "Ben", "Unsure"]


def test_points_short_times_and_missing_numbers_are_read() -> None:
    assert told(imported("0:00:01.5 --> 0:00:02.25\nHello.\n", "srt")) == ["Speaker 1 1500-2250 Hello."]


def test_formatting_is_no_text() -> None:
    assert told(imported(cues("{\\an8}<i>Hello</i> <font color=red>you</font> <3"), "srt"))[0].endswith("Hello you <3")


def test_cues_in_no_order_are_put_in_order() -> None:
    text = "1\n00:00:05,000 --> 00:00:06,000\nlater\n\n2\n00:00:01,000 --> 00:00:02,000\nearlier\n"
    assert told(imported(text, "srt")) == ["Speaker 1 1000-2000 earlier", "Speaker 1 5000-6000 later"]


def test_an_end_before_its_start_is_estimated_and_told() -> None:
    read = imported("1\n00:00:05,000 --> 00:00:04,000\nHello\n", "srt")
    assert told(read) == ["Speaker 1 5000-5350 Hello"]
    assert read.warnings == ("1 passage of the file ends before it begins: its end is estimated.",)


@pytest.mark.parametrize("times", ["00:00:0x,000 --> 00:00:09,000", "0:0:1,0 -->", "99:99:99:99 --> 00:00:02,000"])
def test_a_wrong_time_is_told_with_its_line(times: str) -> None:
    with pytest.raises(TranscriptFileError) as refused:
        imported(cues("Hello.") + f"\n2\n{times}\nyes\n", "srt")
    assert "line 6: “" in str(refused.value)


@pytest.mark.parametrize("text", ["", "\n\n", "hello there", "<html></html>"])
def test_what_has_no_cues_is_refused(text: str) -> None:
    with pytest.raises(TranscriptFileError, match=r"it is empty|it has no cues"):
        imported(text, "srt")


def test_a_file_that_was_cut_off_gives_what_is_there() -> None:
    read = imported(cues("Hello.", "Yes.")[:-20], "srt")
    assert told(read) == ["Speaker 1 2000-3500 Hello."]
    assert read.warnings == ("The file ends in the middle of a subtitle, which is left out.",)
