"""What holds for every export format."""

from pathlib import Path

import pytest

from desktop_app.core.export.formats import FORMATS, ExportFormat, format_for
from desktop_app.core.transcript.values import AudioSource, Mark, Span, Speaker, Transcript, Turn, Word

GOLDEN = Path(__file__).parent / "golden"

every_format = pytest.mark.parametrize("chosen", FORMATS, ids=[known.extension for known in FORMATS])


@every_format
def test_the_interview_comes_out_as_agreed(chosen: ExportFormat, interview: Transcript) -> None:
    agreed = (GOLDEN / f"interview.{chosen.extension}").read_text(encoding="utf-8")
    assert chosen.render(interview) == agreed


@every_format
def test_lines_end_with_a_line_feed_and_nothing_else(chosen: ExportFormat, interview: Transcript) -> None:
    text = chosen.render(interview)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text


@every_format
def test_a_transcript_without_turns_can_be_exported(chosen: ExportFormat) -> None:
    text = chosen.render(Transcript(AudioSource("silence.wav", 5000)))
    assert text == "" or text.endswith("\n")


@every_format
def test_text_that_is_not_unicode_becomes_text_that_is(chosen: ExportFormat) -> None:
    turn = Turn("S\udc80", 0, 900, (Word("w\udfff", 0, 900),), (Span(0, 900),))
    broken = Transcript(AudioSource("talk-\udce9.wav", 900), (Speaker("S\udc80", "Ren\udce9e", 0),), (turn,))
    assert chosen.render(broken).encode("utf-8")


@every_format
def test_what_is_off_the_record_is_in_no_export(chosen: ExportFormat) -> None:
    words = (Word("harbour", 0, 90), Word("secret", 100, 190, marks=frozenset({Mark.OFF_RECORD})))
    turn = Turn("S1", 0, 200, words, (Span(0, 200),))
    talk = Transcript(AudioSource("talk.wav", 200), (Speaker("S1", "Anna", 0),), (turn,))
    assert b"secret" not in chosen.contents(talk)
    if chosen.extension == "rttm":
        assert b"0.100" in chosen.contents(talk)  # so long is what is left


def test_no_two_formats_share_an_extension_or_a_label() -> None:
    assert len({known.extension for known in FORMATS}) == len(FORMATS)
    assert len({known.label for known in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("extension", ["srt", ".srt", "SRT", ".Srt"])
def test_a_format_is_found_by_its_extension(extension: str) -> None:
    assert format_for(extension).label == "SubRip subtitles"


@pytest.mark.parametrize("extension", ["docx", "", ".", "srt.txt"])
def test_an_unknown_extension_is_refused_with_those_there_are(extension: str) -> None:
    with pytest.raises(ValueError, match=f"{extension!r}: there are txt, srt, vtt, json, rttm"):
        format_for(extension)
