"""VTT parses, whatever is said and whoever says it."""

import re
from dataclasses import replace
from html import unescape

import pytest
import webvtt

from desktop_app.core.export.cues import cues, timestamp
from desktop_app.core.export.formats.webvtt import WebvttOptions, render
from desktop_app.core.export.speaker_label import SpeakerLabel
from desktop_app.core.transcript.palette import ON_DARK
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word

IN_COLOURS = WebvttOptions(colours=True)
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
    expected = [(timestamp(cue.start_ms, "."), timestamp(cue.end_ms, ".")) for cue in cues(interview)]
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


def rules(transcript: Transcript) -> list[tuple[str, str]]:
    """The voice and the colour of each rule, as a reader of style sheets has them."""
    (style,) = webvtt.from_string(render(transcript, IN_COLOURS)).styles
    found = re.findall(r'^::cue\(v\[voice="([^"<>{}]*)"\]\) \{ color: (#[0-9a-f]{6}); \}$', style.text, re.MULTILINE)
    assert len(found) == len(style.text.splitlines())
    return [
        (re.sub(r"\\([0-9a-f]+) ", lambda escape: chr(int(escape[1], 16)), voice), colour) for voice, colour in found
    ]


def two_of(one: str, other: str) -> Transcript:
    speakers = (Speaker("S1", one, 3), Speaker("S2", other, 13))
    return Transcript(AudioSource("talk.wav", 9000), speakers, (said("S1", 0), said("S2", 3000)))


def test_every_voice_has_the_colour_of_its_speaker() -> None:
    assert rules(two_of("Anna", "Ben")) == [("Anna", ON_DARK[3]), ("Ben", ON_DARK[1])]


@pytest.mark.parametrize("awkward", [*AWKWARD, "\\", '"', "}", "a --", "-->", "\\22 "])
def test_the_style_sheet_finds_the_voice_that_the_cues_name(awkward: str) -> None:
    talk = two_of(awkward, "Ben")
    assert rules(talk)[0][0] == unescape(parsed(talk)[0].voice or "")


def test_only_voices_that_speak_have_a_colour_and_one_alone_needs_none() -> None:
    alone = Transcript(AudioSource("talk.wav", 9000), two_of("Anna", "Ben").speakers, (said("S1", 0),))
    assert "STYLE" not in render(alone, IN_COLOURS)
    silent = replace(two_of("Anna", "Ben"), speakers=(*alone.speakers, Speaker("S3", "Cleo", 2)))
    assert [name for name, _ in rules(silent)] == ["Anna", "Ben"]


def test_players_that_stumble_over_style_sheets_usually_get_none() -> None:
    assert "STYLE" not in render(two_of("Anna", "Ben"))


def test_the_text_names_who_speaks_beside_the_voice_where_it_is_chosen() -> None:
    found = webvtt.from_string(render(two_of("Anna", "Ben"), WebvttOptions(names=SpeakerLabel.BRACKETS)))
    assert [(caption.voice, caption.text) for caption in found] == [("Anna", "[Anna] Yes."), ("Ben", "[Ben] Yes.")]
