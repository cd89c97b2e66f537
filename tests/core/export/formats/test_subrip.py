"""SRT parses, whatever is said and whoever says it."""

from dataclasses import replace
from pathlib import Path

import pysubs2
import pytest

from desktop_app.core.export.cues import cues
from desktop_app.core.export.formats.subrip import SubripOptions, render
from desktop_app.core.export.speaker_label import SpeakerLabel
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word

USUAL = SubripOptions()
AWKWARD = [
    "a \"b\" 'c'",
    "🎙 👩‍👩‍👧",
    "a --> b",
    "</v>",
    "a\nb",
    "&amp;",
    "a: b",
    "1",
    "<i>a</i>",
    "{\\an8}",
    "0:0:1.5 0:0:2.5",
]


def talk(name: str, *said: str) -> Transcript:
    turns = tuple(
        Turn("S1", 3000 * i, 3000 * i + 900, (Word(w, 3000 * i, 3000 * i + 900),)) for i, w in enumerate(said)
    )
    return Transcript(AudioSource("talk.wav", 9000), (Speaker("S1", name, 0),), turns)


def said(speaker: str, start_ms: int) -> Turn:
    return Turn(speaker, start_ms, start_ms + 900, (Word("Yes.", start_ms, start_ms + 900),))


def parsed(transcript: Transcript, options: SubripOptions = USUAL) -> list[pysubs2.SSAEvent]:
    return list(pysubs2.SSAFile.from_string(render(transcript, options), format_="srt", keep_html_tags=True))


def conversation() -> Transcript:
    speakers = (Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1))
    turns = (said("S1", 0), said("S2", 3000), said("S2", 6000), said("S1", 9000))
    return Transcript(AudioSource("talk.wav", 12_000), speakers, turns)


def test_another_reader_finds_the_same_cues(interview: Transcript) -> None:
    expected = [(cue.start_ms, cue.end_ms) for cue in cues(interview, label="{}: ".format)]
    assert [(event.start, event.end) for event in parsed(interview)] == expected


def test_another_reader_finds_names_and_words(interview: Transcript) -> None:
    first, *_, last = parsed(interview)
    assert first.text == r"Anna Berg: So, tell\Nme: where did it begin?"
    assert last.text == "Søren O’Neil 🎙: A → B & <so> on …"


def test_cues_are_numbered_from_one(interview: Transcript) -> None:
    blocks = render(interview).split("\n\n")
    assert [block.splitlines()[0] for block in blocks] == [str(i + 1) for i in range(len(blocks))]


def test_the_last_cue_of_an_incomplete_transcript_says_so() -> None:
    *_, last = parsed(replace(talk("Anna", "Hi."), incomplete_from_ms=900))
    assert (last.start, last.end, last.text) == (900, 3900, "[incomplete: interrupted at 00:00 of 00:09]")


def test_speakers_of_one_name_are_told_apart() -> None:
    speakers = (Speaker("S1", "Anna", 0), Speaker("S2", "Anna", 1))
    turns = (said("S1", 0), said("S2", 3000))
    found = parsed(Transcript(AudioSource("talk.wav", 9000), speakers, turns))
    assert [event.text for event in found] == ["Anna: Yes.", "Anna (2): Yes."]


def test_where_nothing_is_said_readers_find_a_cue_that_shows_nothing(tmp_path: Path) -> None:
    file = tmp_path / "silence.srt"
    file.write_text(render(Transcript(AudioSource("silence.wav", 9000))), encoding="utf-8")
    assert [event.text for event in pysubs2.load(str(file))] == [""]


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_names_and_words_do_not_break_a_cue(awkward: str) -> None:
    found = parsed(talk(awkward, awkward, "Next."))
    assert [event.start for event in found] == [0, 3000]
    assert all(900 <= event.end - event.start <= 3000 for event in found)
    assert found[1].text.endswith(": Next.")


def test_only_time_lines_hold_an_arrow() -> None:
    lines = render(talk("a --> b", "00:00:01,000 --> 00:00:02,000", "---->")).splitlines()
    assert sum("-->" in line for line in lines) == 2


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        (SpeakerLabel.COLON, ["Anna: Yes.", "Ben: Yes.", "Ben: Yes.", "Anna: Yes."]),
        (SpeakerLabel.BRACKETS, ["[Anna] Yes.", "[Ben] Yes.", "[Ben] Yes.", "[Anna] Yes."]),
        (SpeakerLabel.DASH, ["- Yes.", "- Yes.", "Yes.", "- Yes."]),
        (SpeakerLabel.NONE, ["Yes."] * 4),
    ],
)
def test_the_text_says_who_speaks_as_it_is_chosen(label: SpeakerLabel, shown: list[str]) -> None:
    assert [event.text for event in parsed(conversation(), SubripOptions(names=label))] == shown


def test_a_dash_that_somebody_says_stays() -> None:
    found = parsed(talk("Anna", "One.", "- two"), SubripOptions(names=SpeakerLabel.DASH))
    assert [event.text for event in found] == ["- One.", "- two"]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_lines_are_as_many_and_as_long_as_they_may_be(interview: Transcript, lines: int) -> None:
    found = [event.text.split(r"\N") for event in parsed(interview, SubripOptions(line_chars=40, lines=lines))]
    assert max(map(len, found)) == lines
    assert all(len(line) <= 40 for cue in found for line in cue)
