"""ASS is read by another program with its speakers, their colours and their words."""

from dataclasses import replace
from itertools import pairwise

import pysubs2
import pytest
from hypothesis import given

from desktop_app.core.export.cues import Cue, cues
from desktop_app.core.export.formats.ass import AssOptions, render
from desktop_app.core.export.speaker_label import SpeakerLabel
from desktop_app.core.transcript.palette import ON_DARK
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours
from export.test_any_text import anything, transcripts

USUAL = AssOptions()
hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def said(text: str, start_ms: int, speaker: str = "S1") -> Turn:
    return Turn(speaker, start_ms, start_ms + 900, (Word(text, start_ms, start_ms + 900),))


def two_of(one: str, other: str) -> Transcript:
    speakers = (Speaker("S1", one, 3), Speaker("S2", other, 13))
    return Transcript(AudioSource("talk.wav", 9000), speakers, (said("Yes.", 0), said("No.", 3000, "S2")))


def parsed(transcript: Transcript, options: AssOptions = USUAL) -> pysubs2.SSAFile:
    return pysubs2.SSAFile.from_string(render(transcript, options), format_="ass")


def visible(event: pysubs2.SSAEvent) -> str:
    return event.plaintext.replace("\N{WORD JOINER}", "")


def written(cue: Cue) -> str:
    text = "\n".join(cue.lines).replace("\N{WORD JOINER}", "")
    return text.replace("{", "\uff5b").replace("}", "\uff5d")


def check(transcript: Transcript) -> None:
    """Whether another reader finds the cues, each in a style that is there, one for each speaker."""
    expected, found = cues(transcript), parsed(transcript)
    assert [event.start for event in found] == [cue.start_ms // 10 * 10 for cue in expected]
    assert all(event.start < event.end for event in found)
    assert all(abs(event.end - cue.end_ms) <= 10 for event, cue in zip(found, expected, strict=True))
    assert [visible(event) for event in found] == [written(cue) for cue in expected]
    assert all(event.style in found.styles and event.name == event.style for event in found)
    assert len({(event.style, cue.name) for event, cue in zip(found, expected, strict=True)}) == len(
        {cue.name for cue in expected}
    )
    assert len(found.styles) == 1 + len(transcript.speakers)


@hostile
def test_another_reader_finds_the_cues(transcript: Transcript) -> None:
    check(transcript)


@anything
@given(transcripts())
def test_another_reader_finds_whatever_is_said(transcript: Transcript) -> None:
    check(transcript)


def test_names_stay_what_they_are_where_the_format_allows() -> None:
    assert [event.name for event in parsed(HOSTILE["namesakes"])] == ["Anna", "anna", "Anna (2)", "A\u0308nne", "Änne"]
    assert [event.name for event in parsed(two_of("Berg, Anna", "Berg; Anna"))] == ["Berg; Anna", "Berg; Anna (2)"]
    assert [event.name for event in parsed(two_of("Default", "*"))] == ["Default (2)", "Default (3)"]


def test_each_speaker_has_the_colour_of_the_window() -> None:
    styles = parsed(two_of("Anna", "Ben")).styles
    colours = [styles[name].primarycolor for name in ("Anna", "Ben")]
    assert [f"#{each.r:02x}{each.g:02x}{each.b:02x}" for each in colours] == [ON_DARK[3], ON_DARK[1]]
    assert all(each.a == 0 for each in colours)


def test_without_colours_all_are_white() -> None:
    styles = parsed(two_of("Anna", "Ben"), AssOptions(colours=False)).styles.values()
    assert {(each.primarycolor.r, each.primarycolor.g, each.primarycolor.b) for each in styles} == {(255, 255, 255)}


def test_the_text_names_who_speaks_where_it_is_chosen() -> None:
    found = parsed(two_of("Anna", "Ben"), AssOptions(names=SpeakerLabel.COLON))
    assert [event.text for event in found] == ["Anna: Yes.", "Ben: No."]


@pytest.mark.parametrize("awkward", [r"{\b1}bold", r"a\Nb", r"\h", "{", "}{", "a,b,c", "\\", "; a", "[Events]"])
def test_no_word_is_an_instruction(awkward: str) -> None:
    (event,) = parsed(Transcript(AudioSource("talk.wav", 900), (Speaker("S1", awkward, 0),), (said(awkward, 0),)))
    assert visible(event) == awkward.replace("{", "\uff5b").replace("}", "\uff5d")


def test_that_a_transcript_is_incomplete_is_a_comment() -> None:
    *_, last = parsed(replace(two_of("Anna", "Ben"), incomplete_from_ms=900))
    assert (last.type, last.start, last.text) == ("Comment", 900, "incomplete: interrupted at 00:00 of 00:09")


def test_a_speaker_s_cues_do_not_overlap_for_being_rounded() -> None:
    words = tuple(Word(f"{'word' * 10}{at}.", 1003 + 37 * at, 1040 + 37 * at) for at in range(20))
    talk = Transcript(AudioSource("talk.wav", 9000), (Speaker("S1", "Anna", 0),), (Turn("S1", 1003, 2000, words),))
    assert all(one.end <= other.start for one, other in pairwise(parsed(talk)))


def test_ten_hours_come_out_whole() -> None:
    assert render(ten_hours()).count("word") == 100_000
