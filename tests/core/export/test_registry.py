"""What holds for every export format."""

from pathlib import Path

import pytest

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.registry import FORMATS, format_for, format_of
from desktop_app.core.transcript.values import AudioSource, Mark, Span, Speaker, Transcript, Turn, Word
from export.unpacked import unpacked

GOLDEN = Path(__file__).parent / "formats" / "golden"

_BINARY: frozenset[str] = frozenset({"docx", "odt", "qdpx"})
"""Formats whose files are no text; each is read back by a library, in its own test."""

every_format = pytest.mark.parametrize("chosen", FORMATS, ids=[known.extension for known in FORMATS])
_TEXTS = [known for known in FORMATS if known.extension not in _BINARY]
every_text = pytest.mark.parametrize("chosen", _TEXTS, ids=[known.extension for known in _TEXTS])


@every_text
def test_the_interview_comes_out_as_agreed(chosen: ExportFormat, interview: Transcript) -> None:
    agreed = (GOLDEN / f"interview.{chosen.extension}").read_text(encoding="utf-8")
    assert chosen.contents(interview).decode("utf-8") == agreed


@every_text
def test_lines_end_with_a_line_feed_and_nothing_else(chosen: ExportFormat, interview: Transcript) -> None:
    text = chosen.contents(interview).decode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text


@every_text
def test_a_transcript_without_turns_can_be_exported(chosen: ExportFormat) -> None:
    text = chosen.contents(Transcript(AudioSource("silence.wav", 5000))).decode("utf-8")
    assert text == "" or text.endswith("\n")


@every_format
def test_text_that_is_not_unicode_becomes_text_that_is(chosen: ExportFormat) -> None:
    turn = Turn("S\udc80", 0, 900, (Word("w\udfff", 0, 900),), (Span(0, 900),))
    broken = Transcript(AudioSource("talk-\udce9.wav", 900), (Speaker("S\udc80", "Ren\udce9e", 0),), (turn,))
    assert chosen.contents(broken)


@every_format
def test_what_is_off_the_record_is_in_no_export(chosen: ExportFormat) -> None:
    words = (Word("harbour", 0, 90), Word("secret", 100, 190, marks=frozenset({Mark.OFF_RECORD})))
    turn = Turn("S1", 0, 200, words, (Span(0, 200),))
    talk = Transcript(AudioSource("talk.wav", 200), (Speaker("S1", "Anna", 0),), (turn,))
    assert b"secret" not in unpacked(chosen.contents(talk))
    if chosen.extension == "rttm":
        assert b"0.100" in chosen.contents(talk)  # so long is what is left


def test_no_two_formats_share_an_extension_or_a_label() -> None:
    assert len({known.extension for known in FORMATS}) == len(FORMATS)
    assert len({known.label for known in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("extension", ["srt", ".srt", "SRT", ".Srt"])
def test_a_format_is_found_by_its_extension(extension: str) -> None:
    assert format_for(extension).label == "SubRip subtitles"


@pytest.mark.parametrize("extension", ["TextGrid", ".textgrid", "TEXTGRID"])
def test_a_format_is_found_whose_own_extension_has_capitals(extension: str) -> None:
    assert format_for(extension).extension == "TextGrid"
    assert format_of(Path("talk").with_suffix(f".{extension.removeprefix('.')}")) is format_for(extension)


@pytest.mark.parametrize("extension", ["doc", "", ".", "srt.txt"])
def test_an_unknown_extension_is_refused_with_those_there_are(extension: str) -> None:
    with pytest.raises(ValueError, match=f"{extension!r}: there are txt, srt, vtt, json, rttm, "):
        format_for(extension)


@pytest.mark.parametrize("name", ["talk.srt", "TALK.SRT", "folder.vtt/talk.srt"])
def test_a_path_tells_its_format(name: str) -> None:
    assert format_of(Path(name)) is format_for("srt")


def test_a_path_of_another_kind_has_no_format() -> None:
    assert format_of(Path("talk.wav")) is None
