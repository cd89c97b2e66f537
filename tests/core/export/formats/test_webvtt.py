"""VTT parses, whatever is said and whoever says it."""

from dataclasses import replace
from html import unescape

import pytest
import webvtt

from desktop_app.core.export.cues import cues, timestamp
from desktop_app.core.export.formats.webvtt import render
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word

AWKWARD = ["a \"b\" 'c'", "🎙 👩‍👩‍👧", "a --> b", "</v>", "a\nb", "&amp;", "a: b", "NOTE", "STYLE", "a.b", "<v Eve>"]


def talk(name: str, *said: str) -> Transcript:
    turns = tuple(
        Turn("S1", 3000 * i, 3000 * i + 900, (Word(w, 3000 * i, 3000 * i + 900),)) for i, w in enumerate(said)
    )
    return Transcript(AudioSource("talk.wav", 9000), (Speaker("S1", name, 0),), turns)


def said(speaker: str, start_ms: int) -> Turn:
    return Turn(speaker, start_ms, start_ms + 900, (Word("Yes.", start_ms, start_ms + 900),))


def parsed(transcript: Transcript) -> list[webvtt.Caption]:
    return list(webvtt.from_string(render(transcript)))


def test_the_file_says_what_it_is(interview: Transcript) -> None:
    assert render(interview).startswith("WEBVTT\n\n00:00:01.200 --> ")


def test_another_reader_finds_the_same_cues(interview: Transcript) -> None:
    expected = [(timestamp(cue.start_ms, "."), timestamp(cue.end_ms, ".")) for cue in cues(interview, named=False)]
    assert [(caption.start, caption.end) for caption in parsed(interview)] == expected


def test_another_reader_finds_the_voices_and_words(interview: Transcript) -> None:
    first, *_, last = parsed(interview)
    assert (first.voice, first.text) == ("Anna Berg", "So, tell me: where did it begin?")
    assert last.voice == "Søren O’Neil 🎙"
    assert unescape(last.text) == "A --> B & <so> on …"


def test_an_incomplete_transcript_begins_with_a_note() -> None:
    part = replace(talk("Anna", "Hi."), incomplete_from_ms=900)
    assert render(part).startswith("WEBVTT\n\nNOTE incomplete: interrupted at 00:00 of 00:09\n\n00:00:00.000 -->")
    assert [caption.text for caption in parsed(part)] == ["Hi."]


def test_speakers_of_one_name_are_told_apart() -> None:
    speakers = (Speaker("S1", "Anna", 0), Speaker("S2", "Anna", 1))
    turns = (said("S1", 0), said("S2", 3000))
    found = parsed(Transcript(AudioSource("talk.wav", 9000), speakers, turns))
    assert [caption.voice for caption in found] == ["Anna", "Anna (2)"]


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_names_and_words_come_back_as_they_were(awkward: str) -> None:
    first, second = parsed(talk(awkward, awkward, "Next."))
    on_one_line = awkward.replace("\n", " ")
    assert (unescape(first.voice), unescape(first.text)) == (on_one_line, on_one_line)
    assert (unescape(second.voice), second.text) == (on_one_line, "Next.")


def test_only_time_lines_hold_an_arrow() -> None:
    lines = render(talk("a --> b", "00:00:01.000 --> 00:00:02.000", "---->")).splitlines()
    assert sum("-->" in line for line in lines) == 2


def test_a_name_that_ends_with_hyphens_makes_no_arrow() -> None:
    talk = Transcript(
        AudioSource("talk.wav", 900), (Speaker("S1", "Anna --", 0),), (Turn("S1", 0, 900, (Word("yes", 0, 900),)),)
    )
    (caption,) = webvtt.from_string(render(talk))
    assert (caption.voice, caption.text) == ("Anna -\N{NON-BREAKING HYPHEN}", "yes")
