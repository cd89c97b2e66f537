"""RTTM, CTM and STM."""

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told, words

RTTM = """\
;; by hand
SPKR-INFO talk 1 <NA> <NA> <NA> unknown SPEAKER_00 <NA> <NA>
SPEAKER talk 1 0.500 1.250 <NA> <NA> SPEAKER_00 <NA> <NA>
SPEAKER talk 1 1.000 2 <NA> <NA> Anna_Berg <NA>
"""


def test_speaker_lines_are_turns_without_words() -> None:
    read = imported(RTTM, "rttm")
    assert told(read) == ["Speaker 1 500-1750", "Anna Berg 1000-3000"]
    assert all(turn.overlap for turn in read.turns)


def test_lexemes_are_words() -> None:
    text = RTTM + "LEXEME talk 1 0.6 0.2 Hi lex SPEAKER_00 0.9\nLEXEME talk 1 1.2 0.2 yes lex Anna_Berg <NA>\n"
    assert told(imported(text, "rttm")) == ["Speaker 1 600-800 Hi", "Anna Berg 1200-1400 yes"]


def test_ctm_holds_words_and_no_speakers() -> None:
    read = imported(";; x\ntalk 1 0.5 0.2 Hi 0.9\ntalk 1 0.8 0.2 you\ntalk 1 9 0.2 yes NA\n", "ctm")
    assert told(read) == ["Speaker 1 500-1000 Hi you", "Speaker 1 9000-9200 yes"]
    assert [word.confidence for word in read.turns[0].words] == [0.9, None]
    assert not any(word.estimated for word in read.turns[0].words)


def test_channels_of_a_ctm_are_speakers() -> None:
    read = imported("talk A 0.5 0.2 Hi\ntalk B 0.6 0.2 yes\n", "ctm")
    assert told(read) == ["Channel A 500-700 Hi", "Channel B 600-800 yes"]


def test_the_first_of_alternatives_is_taken() -> None:
    text = "talk 1 * * <ALT_BEGIN>\ntalk 1 0.1 0.2 one\ntalk 1 * * <ALT>\ntalk 1 0.1 0.2 won\ntalk 1 * * <ALT_END>\n"
    assert words(imported(text, "ctm")) == [("one", 100, 300)]


def test_stm_holds_who_says_what() -> None:
    text = "talk 1 Anna_Berg 0.5 2 <o,f0,female> Hi you\ntalk 1 inter_segment_gap 2 3 <o> \ntalk 1 Ben 3 4 yes\n"
    assert told(imported(text, "stm")) == ["Anna Berg 500-2000 Hi you", "Ben 3000-4000 yes"]


@pytest.mark.parametrize(
    ("ending", "text", "why"),
    [
        ("rttm", "SPEAKER talk 1 0.5\n", "line 1: a line needs at least 8 fields, and this one has 4"),
        ("rttm", RTTM + "SPEAKER other 1 0.5 1 <NA> <NA> A <NA>\n", "line 5: a second recording, “other”"),
        ("rttm", "hello\n", "line 1: “hello” begins no line of RTTM"),
        ("rttm", RTTM.replace("0.500", "nan"), "line 3: “nan” is no time"),
        ("ctm", "talk 1 0.5 0.2\n", "line 1: a line needs at least 5"),
        ("ctm", "talk 1 1e9 0.2 word\n", "line 1: “1e9” is no time"),
        ("stm", "\ntalk 1 Anna 2 1 hi\n", "line 2: it ends before it begins"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(ending: str, text: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(text, ending)
