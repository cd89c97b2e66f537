import pytest
from any_talk import talk, transcripts, turn
from hypothesis import given

from desktop_app.core.transcript.heard_at_once import heard_at_once
from desktop_app.core.transcript.recording_statistics import recording_statistics
from desktop_app.core.transcript.statistics import speaker_statistics
from desktop_app.core.transcript.values import AudioSource, Transcript

TEN = "a b c d e f g h i j"


def test_the_table_of_two_who_talk() -> None:
    figures = recording_statistics(talk(turn("S1", TEN), turn("S2", TEN, 2000), turn("S1", "yes", 6000)))
    assert (figures.length_ms, figures.silence_ms, figures.overlap_ms) == (66_300, 66_300 - 5300, 1000)
    one, two, three = figures.speakers
    assert (one.talk.talk_ms, one.talk.turns, one.talk.words, one.longest_turn_ms) == (3300, 2, 11, 3000)
    assert (one.interrupts, one.interrupted) == (0, 1)
    assert (two.interrupts, two.interrupted) == (1, 0)
    assert one.words_per_minute == two.words_per_minute == pytest.approx(200)
    assert (three.words_per_minute, three.longest_turn_ms) == (None, 0)


def test_a_recording_that_ends_before_its_last_speech_is_as_long_as_that() -> None:
    heard = talk(turn("S1", TEN))
    figures = recording_statistics(Transcript(AudioSource("talk.wav", 1000), heard.speakers, heard.turns))
    assert (figures.length_ms, figures.silence_ms) == (3000, 0)


def test_nothing_has_a_table_too() -> None:
    figures = recording_statistics(Transcript(AudioSource("talk.wav", 0)))
    assert (figures.length_ms, figures.silence_ms, figures.overlap_ms, figures.speakers) == (0, 0, 0, ())


@given(transcript=transcripts())
def test_the_figures_add_up(transcript: Transcript) -> None:
    figures = recording_statistics(transcript)
    rows = figures.speakers
    heard_ms = figures.length_ms - figures.silence_ms
    talk_ms = [row.talk.talk_ms for row in rows]
    at_once_ms = [sum(s.duration_ms for s in heard_at_once(transcript, least=n)) for n in range(1, len(rows) + 1)]
    assert sum(talk_ms) == sum(at_once_ms)
    assert max(talk_ms) <= heard_ms == at_once_ms[0] <= figures.length_ms
    assert figures.overlap_ms == at_once_ms[1]
    assert sum(row.interrupts for row in rows) == sum(row.interrupted for row in rows)
    assert sum(row.talk.words for row in rows) == sum(len(each.words) for each in transcript.turns)
    assert sum(row.talk.share for row in rows) == pytest.approx(1 if sum(talk_ms) else 0)


@given(transcript=transcripts())
def test_the_table_tells_what_the_speakers_cards_tell(transcript: Transcript) -> None:
    assert tuple(row.talk for row in recording_statistics(transcript).speakers) == speaker_statistics(transcript)
