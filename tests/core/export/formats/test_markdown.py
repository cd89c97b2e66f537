"""MD is read by a parser of CommonMark as it was said."""

from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop_app.core.export.formats.markdown import render
from desktop_app.core.export.paragraphs import paragraphs
from desktop_app.core.export.reading_layout import ReadingLayout, Times
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours
from export.test_any_text import anything, transcripts

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def said(text: str, start_ms: int, speaker: str = "S1") -> Turn:
    return Turn(speaker, start_ms, start_ms + 1000, (Word(text, start_ms, start_ms + 1000),))


def talk(*turns: Turn, file: str = "talk.wav", name: str = "Anna") -> Transcript:
    return Transcript(AudioSource(file, 65_000), (Speaker("S1", name, 0),), turns)


def blocks(text: str) -> list[tuple[str, list[Token]]]:
    """Each block's kind, 'h1' or 'p', and what is in it, as a parser finds it; with tables and strokes of others."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    kinds = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"}
    assert {token.type for token in tokens} <= kinds
    return [(tokens[at - 1].tag, token.children or []) for at, token in enumerate(tokens) if token.type == "inline"]


def paragraph(children: list[Token]) -> tuple[str, str]:
    """What is in bold at the beginning, and the rest; nothing else may be markup."""
    assert [token.type for token in children if token.type not in {"text", "text_special"}] == [
        "strong_open",
        "strong_close",
    ]
    end = next(at for at, token in enumerate(children) if token.type == "strong_close")
    bold, rest = ("".join(token.content for token in part) for part in (children[:end], children[end:]))
    return bold, rest


def read(text: str) -> list[tuple[str, str]]:
    return [paragraph(children) for _, children in blocks(text) if any(t.type == "strong_open" for t in children)]


def expected(transcript: Transcript) -> list[tuple[str, str]]:
    said = [(each.passages[0], each.name) for each in paragraphs(transcript, ReadingLayout())]
    return [(f"[{clock(first.time_ms or 0)}] {name}:", f" {first.text}") for first, name in said]


@hostile
def test_a_parser_finds_names_times_and_words(transcript: Transcript) -> None:
    assert read(render(transcript)) == expected(transcript)


@anything
@given(transcripts())
def test_a_parser_finds_whatever_is_said(transcript: Transcript) -> None:
    assert read(render(transcript)) == expected(transcript)


@hostile
def test_the_recording_is_the_heading(transcript: Transcript) -> None:
    (kind, children), *_ = blocks(render(transcript))
    assert kind == "h1"
    assert {token.type for token in children} <= {"text", "text_special"}
    shown = transcript.audio.file.rpartition("/")[2] or "recording"
    assert "".join(token.content for token in children) == shown


@pytest.mark.parametrize(
    "awkward", ["# a #", "1. a", "- a", "> a", "***", "a\\", "`", "![a](b)", "~~a~~", "| a |", "==="]
)
def test_markup_that_is_said_is_no_markup(awkward: str) -> None:
    transcript = talk(said(awkward, 0), file=awkward, name=awkward)
    assert read(render(transcript)) == [(f"[00:00] {awkward}:", f" {awkward}")]
    assert read(render(transcript, ReadingLayout(Times.NONE))) == [(f"{awkward}:", f" {awkward}")]


def test_minutes_stand_within_what_is_said() -> None:
    turn = Turn("S1", 0, 62_000, (Word("so", 0, 900), Word("then", 61_000, 62_000)))
    assert read(render(talk(turn), ReadingLayout(Times.MINUTES))) == [("[00:00] Anna:", " so [01:01] then")]


def test_an_incomplete_transcript_says_so_at_the_top_and_at_the_end_in_italics() -> None:
    part = replace(talk(said("Hi.", 0)), incomplete_from_ms=12_345, warnings=("*loud*",))
    _, (_, facts), _, (_, note), (_, warning) = blocks(render(part))
    assert "".join(token.content for token in facts) == "01:05, incomplete: interrupted at 00:12 of 01:05"
    for children, text in [(note, "incomplete: interrupted at 00:12 of 01:05"), (warning, "*loud*")]:
        assert [children[0].type, children[-1].type] == ["em_open", "em_close"]
        assert "".join(token.content for token in children) == text


def test_without_a_header_there_is_none() -> None:
    assert render(talk(said("Hi.", 0)), ReadingLayout(title=False)) == "**[00:00] Anna:** Hi.\n"


def test_ten_hours_come_out_whole() -> None:
    assert render(ten_hours()).count("word") == 100_000
