"""The transcript model holds what it promises."""

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

ANNA = Speaker("S1", "Anna", 0)
BEN = Speaker("S2", "Ben", 1)
AUDIO = AudioSource("talk.wav", 10_000)
SPOKEN = Turn("S1", 0, 900, (Word("Good", 0, 400), Word("day.", 450, 900)), (Span(0, 900),))
SILENT = Turn("S2", 300, 600, speech=(Span(300, 600),), overlap=True)


@pytest.mark.parametrize(("start_ms", "end_ms"), [(-1, 5), (5, 4), (-3, -2)])
def test_a_span_cannot_run_backwards_or_start_before_the_recording(start_ms: int, end_ms: int) -> None:
    with pytest.raises(ValueError, match=f"{start_ms} to {end_ms} ms"):
        Span(start_ms, end_ms)


def test_spans_know_their_length_and_sort_by_start() -> None:
    assert Span(3, 10).duration_ms == 7
    assert Span(4, 4).duration_ms == 0
    assert sorted([Span(2, 3), Span(1, 9), Span(1, 4)]) == [Span(1, 4), Span(1, 9), Span(2, 3)]


def test_a_turns_text_is_its_words_with_spaces_between() -> None:
    assert SPOKEN.text == "Good day."
    assert SILENT.text == ""


def test_a_transcript_finds_its_speakers_by_id() -> None:
    transcript = Transcript(AUDIO, (ANNA, BEN))
    assert transcript.speaker("S2") == BEN
    with pytest.raises(KeyError):
        transcript.speaker("S3")


def test_two_speakers_cannot_share_an_id() -> None:
    with pytest.raises(ValueError, match="share an id"):
        Transcript(AUDIO, (ANNA, replace(BEN, id="S1")))


def test_a_turn_of_an_unknown_speaker_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'S2'"):
        Transcript(AUDIO, (ANNA,), (SPOKEN, SILENT))


def test_spoken_turns_leave_out_those_without_words() -> None:
    transcript = Transcript(AUDIO, (ANNA, BEN), (SPOKEN, SILENT, SPOKEN))
    assert list(transcript.spoken_turns()) == [SPOKEN, SPOKEN]


def test_values_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ANNA.name = "Ann"  # type: ignore[misc]


def test_a_changed_copy_finds_the_changed_speaker() -> None:
    transcript = replace(Transcript(AUDIO, (ANNA, BEN)), speakers=(replace(ANNA, name="Ann"), BEN))
    assert transcript.speaker("S1").name == "Ann"


def test_equal_transcripts_are_equal_and_hash_alike() -> None:
    one, other = (Transcript(AUDIO, (ANNA, BEN), (SPOKEN,)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != replace(other, language="en")


def test_a_transcript_survives_the_way_between_processes() -> None:
    transcript = Transcript(AUDIO, (ANNA, BEN), (SPOKEN, SILENT), language="en")
    copy = pickle.loads(pickle.dumps(transcript))
    assert copy == transcript
    assert copy.speaker("S2") == BEN
