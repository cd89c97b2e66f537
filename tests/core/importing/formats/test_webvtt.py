import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told

HEAD = "WEBVTT\n\nNOTE by hand\n--> is no cue here\n\nSTYLE\n::cue { color: red }\n\n"


def test_voices_are_speakers() -> None:
    text = f"{HEAD}one\n00:01.000 --> 00:02.000 align:start\n<v.loud Anna &amp; Co>Hello <b>you</b>\n\n"
    text += "00:03.000 --> 01:00:04.500\n<v Ben>A &lt; B</v>\n"
    assert told(imported(text, "vtt")) == ["Anna & Co 1000-2000 Hello you", "Ben 3000-3604500 A < B"]


def test_voices_of_one_cue_share_its_time() -> None:
    text = f"{HEAD}00:01.000 --> 00:02.000\n<v Anna>Hi.\n<v Ben>Yes.\n"
    assert told(imported(text, "vtt")) == ["Anna 1000-1428 Hi.", "Ben 1428-2000 Yes."]


def test_without_voices_names_stand_in_the_text() -> None:
    text = f"{HEAD}00:01.000 --> 00:02.000\nAnna: Hi.\n\n00:05.000 --> 00:06.000\nBen: Yes.\n"
    assert told(imported(text, "vtt")) == ["Anna 1000-2000 Hi.", "Ben 5000-6000 Yes."]


def test_the_first_line_may_be_missing() -> None:
    assert told(imported("00:01.000 --> 00:02.000\nHi.\n", "vtt")) == ["Speaker 1 1000-2000 Hi."]


def test_a_wrong_time_is_told_with_its_line() -> None:
    with pytest.raises(TranscriptFileError, match=r"line 10: “00:01\.000 --> soon” are no times"):
        imported(f"{HEAD}\n00:01.000 --> soon\nHi.\n", "vtt")


def test_what_is_no_vtt_is_refused() -> None:
    with pytest.raises(TranscriptFileError, match="line 1"):
        imported("hello", "vtt")
