"""EXMARaLDA's transcriptions: tiers on one time line."""

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told

EXB = """\
<?xml version="1.0" encoding="UTF-8"?>
<basic-transcription>
<head><meta-information><referenced-file url="talk.wav"/></meta-information>
<speakertable><speaker id="SPK0"><abbreviation>Anna</abbreviation></speaker></speakertable></head>
<basic-body><common-timeline>
<tli id="T0" time="0.5"/><tli id="T1"/><tli id="T2" time="1.5"/><tli id="T3" time="4"/><tli id="T4" time="5"/>
</common-timeline>
<tier id="TIE0" speaker="SPK0" category="v" type="t" display-name="Anna [v]">
<event start="T0" end="T1">Well, my na</event>
<event start="T1" end="T2">me is Anna. </event>
<event start="T3" end="T4">Good<ud-information attribute-name="x">no</ud-information>. </event>
</tier>
<tier id="TIE1" category="v" type="t" display-name="Ben"><event start="T1" end="T2">yes </event></tier>
<tier id="TIE2" category="nn" type="d" display-name="gestures"><event start="T0" end="T4">waves</event></tier>
</basic-body></basic-transcription>
"""


def test_a_word_may_go_on_in_the_next_event_and_a_point_without_time_lies_between_others() -> None:
    read = imported(EXB, "exb")
    assert told(read) == ["Anna 500-1500 Well, my name is Anna.", "Ben 1000-1500 yes", "Anna 4000-5000 Good."]
    assert read.warnings == ("Left out, for they are neither speakers nor words: gestures.",)


@pytest.mark.parametrize(
    ("written", "said", "is_told"),
    [
        ("((0,4s)) Well, ((laughs)) it's/ it's so ((unv.)) nice. ", "Well, it's/ it's so nice.", True),
        ("((atmen 0,7s)) hm\u02d9 (.) yes (--) no (0.8) (3 s) (so) ", "hm yes no (so)", True),
        ("in (2026), (12) and (a) ", "in (2026), (12) and (a)", False),
    ],
)
def test_pauses_and_remarks_of_hiat_and_gat_are_left_out_and_told(written: str, said: str, is_told: bool) -> None:
    read = imported(EXB.replace("Well, my na", written), "exb")
    assert read.turns[0].text.startswith(said)
    assert ("codes, pauses and noises within what is said are left out." in str(read.warnings)) == is_told


def test_an_event_that_says_nothing_is_no_turn() -> None:
    read = imported(EXB.replace("yes ", "((laughing)) "), "exb")
    assert [line.split()[0] for line in told(read)] == ["Anna", "Anna"]
    assert "1 code, pause or noise within what is said is left out." in read.warnings


@pytest.mark.parametrize(("lines", "tag"), [(["eng", "eng"], "en"), (["eng", "deu"], None), ([], None)])
def test_the_language_is_the_only_one_that_is_used(lines: list[str], tag: str | None) -> None:
    used = "".join(f'<languages-used><language lang="{each}"/></languages-used>' for each in lines)
    assert imported(EXB.replace("</abbreviation>", f"</abbreviation>{used}"), "exb").language == tag


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('time="0.5"', 'time="soon"', "line 6: “soon” is no time"),
        ('start="T3"', 'start="T9"', "line 11: it names a time that is not there: “T9”"),
        ("basic-transcription>", "other>", "line 2: it is no file of EXMARaLDA"),
        (
            "<basic-transcription>",
            '<!DOCTYPE x SYSTEM "x"><basic-transcription>',
            "line 2: it declares a document type",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(EXB.replace(old, new), "exb")
