"""STM, CTM and SegLST are read by MeetEval, whatever is said and whoever says it."""

import logging
from dataclasses import replace
from decimal import Decimal

import meeteval
import pytest

from desktop_app.core.export.formats import ctm, seglst, stm
from desktop_app.core.export.formats.ctm import CtmOptions
from desktop_app.core.export.one_line import one_line
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))

Segment = tuple[int, int, str]


def read_stm(transcript: Transcript) -> list[meeteval.io.STMLine]:
    return meeteval.io.STM.parse(stm.render(transcript)).lines


def read_ctm(transcript: Transcript, *, channels: bool = True) -> list[meeteval.io.CTMLine]:
    logging.disable(logging.WARNING)  # it says that CTM knows no speakers, which is so
    try:
        return meeteval.io.CTM.parse(ctm.render(transcript, CtmOptions(channels=channels))).lines
    finally:
        logging.disable(logging.NOTSET)


def ms(seconds: Decimal) -> int:
    assert (seconds * 1000) % 1 == 0
    return int(seconds * 1000)


def spoken(transcript: Transcript) -> list[Segment]:
    """Start, end and words of the turns, by start."""
    turns = sorted(transcript.spoken_turns(), key=lambda turn: turn.start_ms)
    ends = [max([turn.end_ms, *(word.end_ms for word in turn.words)]) for turn in turns]
    texts = [one_line(turn.spaced_text) for turn in turns]
    return [(turn.start_ms, end, text) for turn, end, text in zip(turns, ends, texts, strict=True) if text]


def talk(*words: Word, name: str = "Anna", file: str = "talk.wav") -> Transcript:
    turn = Turn("S1", words[0].start_ms, words[-1].end_ms, words)
    return Transcript(AudioSource(file, 9000), (Speaker("S1", name, 0),), (turn,))


@hostile
def test_meeteval_reads_every_turn_from_stm(transcript: Transcript) -> None:
    lines = read_stm(transcript)
    found = [(ms(line.begin_time), ms(line.end_time), line.transcript.lstrip("\u2060")) for line in lines]
    assert found == spoken(transcript)
    assert {line.channel for line in lines} <= {"1"}


@hostile
def test_meeteval_reads_every_turn_from_seglst(transcript: Transcript) -> None:
    found = meeteval.io.SegLST.parse(seglst.render(transcript))
    assert [(ms(each["start_time"]), ms(each["end_time"]), each["words"]) for each in found] == spoken(transcript)
    assert [each["speaker"] for each in found] == [line.speaker_id for line in read_stm(transcript)]
    assert [each["session_id"] for each in found] == [line.filename for line in read_stm(transcript)]


@hostile
def test_meeteval_reads_every_word_from_ctm(transcript: Transcript) -> None:
    lines = read_ctm(transcript)
    parts = [part for turn in transcript.turns for word in turn.words for part in one_line(word.text).split()]
    assert sorted(line.word for line in lines) == sorted(parts)
    assert all(ms(line.duration) >= 0 for line in lines)
    order = [(line.channel, line.begin_time) for line in lines]
    assert order == sorted(order)


@hostile
def test_as_many_speakers_are_read_as_speak(transcript: Transcript) -> None:
    speaking = {turn.speaker for turn in transcript.turns if one_line(turn.text)}
    assert len({line.speaker_id for line in read_stm(transcript)}) == len(speaking)
    assert len({line.channel for line in read_ctm(transcript)}) == len(speaking)


def test_remarks_tell_who_is_who(interview: Transcript) -> None:
    assert stm.render(interview).splitlines()[:2] == [";; Anna_Berg Anna Berg", ";; Søren_O’Neil_🎙 Søren O’Neil 🎙"]
    assert ctm.render(interview).splitlines()[:2] == [";; A Anna Berg", ";; B Søren O’Neil 🎙"]


def test_words_keep_their_times_and_how_sure_they_are() -> None:
    (first, second) = read_ctm(talk(Word("So", 1200, 1530, 0.875), Word("far", 1600, 1600)))
    assert (ms(first.begin_time), ms(first.duration), first.word, first.confidence) == (1200, 330, "So", "0.875")
    assert (ms(second.begin_time), ms(second.duration), second.confidence) == (1600, 0, None)


def test_what_of_a_word_is_separated_by_spaces_shares_its_time() -> None:
    found = read_ctm(talk(Word("New York", 1000, 2000)))
    assert [(ms(line.begin_time), ms(line.duration), line.word) for line in found] == [
        (1000, 500, "New"),
        (1500, 500, "York"),
    ]


@pytest.mark.parametrize("confidence", [float("nan"), float("inf"), -2.0, 7.0, 0.0, 1.0])
def test_how_sure_a_word_is_is_a_share_or_unknown(confidence: float) -> None:
    (line,) = read_ctm(talk(Word("So", 0, 900, confidence)))
    assert line.confidence is None or 0 <= float(line.confidence) <= 1


def test_all_words_can_be_on_one_channel(interview: Transcript) -> None:
    assert {line.channel for line in read_ctm(interview, channels=False)} == {"1"}


def test_there_are_channels_for_any_number_of_speakers() -> None:
    speakers = tuple(Speaker(f"S{at}", "", at) for at in range(60))
    turns = tuple(Turn(f"S{at}", at, at + 1, (Word("yes", at, at + 1),)) for at in range(60))
    found = read_ctm(Transcript(AudioSource("talk.wav", 900), speakers, turns))
    assert [found[at].channel for at in (0, 25, 26, 52, 59)] == ["A", "Z", "AA", "BA", "BH"]


@pytest.mark.parametrize("file", [";; talk.wav", "a b.wav", ";.wav", "NA.wav", "/folder/a.b.wav"])
def test_no_file_makes_a_remark_of_its_lines(file: str) -> None:
    transcript = talk(Word("yes", 0, 900), file=file)
    assert len(read_stm(transcript)) == len(read_ctm(transcript)) == 1
    assert "folder" not in stm.render(transcript)


def test_words_that_look_like_a_label_are_words() -> None:
    assert stm.render(talk(Word("<o>", 0, 900))).endswith(" 0.900 \u2060<o>\n")


def test_an_incomplete_transcript_says_so(interview: Transcript) -> None:
    part = replace(interview, incomplete_from_ms=900)
    assert ";; incomplete: interrupted at 00:00 of 1:01:05\n" in stm.render(part)
    assert ";; incomplete: interrupted at 00:00 of 1:01:05\n" in ctm.render(part)


@pytest.mark.slow
def test_meeteval_reads_ten_hours() -> None:
    assert sum(len(line.transcript.split()) for line in read_stm(ten_hours())) == 100_000
    assert len(read_ctm(ten_hours())) == 100_000
