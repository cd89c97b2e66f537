"""What counts as a speaker's: by the turns as they are now, and only where nobody else is heard."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.diarization.voices import Voices
from desktop_app.core.known_voices.clean_speech import clean_speech
from desktop_app.core.transcript.values import Span
from known_voices.recordings import Said, recording, talk, voice


def test_a_speakers_own_pieces_count_with_their_seconds_and_turns() -> None:
    transcript, voices = recording(
        {"a": "Anna", "b": "Ben"}, [*talk("a", 0, times=3), *talk("b", 1, times=2, from_s=20)]
    )
    speech = clean_speech(voices, transcript, "a")
    assert speech.total_s == pytest.approx(12.0, abs=0.1)
    assert (len(speech.embeddings), speech.turns) == (3, 3)
    assert np.array_equal(speech.centroid, voice(0))


def test_a_turn_that_was_given_to_somebody_else_goes_with_them() -> None:
    transcript, voices = recording({"a": "Anna", "b": "Ben"}, talk("a", 0, times=3))
    corrected = replace(transcript, turns=(*transcript.turns[:2], replace(transcript.turns[2], speaker="b")))
    assert len(clean_speech(voices, corrected, "a").seconds) == 2
    assert len(clean_speech(voices, corrected, "b").seconds) == 1


def test_a_piece_across_two_speakers_turns_is_nobodys() -> None:
    transcript, voices = recording({"a": "Anna", "b": "Ben"}, talk("a", 0, times=1, each_s=4))
    (turn,) = transcript.turns
    halves = (Span(turn.start_ms, 2000), Span(2000, turn.end_ms))
    parted = tuple(
        replace(turn, speaker=who, start_ms=span.start_ms, end_ms=span.end_ms, speech=(span,))
        for who, span in zip("ab", halves, strict=True)
    )
    for who in "ab":
        assert not len(clean_speech(voices, replace(transcript, turns=parted), who).seconds)


def test_what_another_turn_lies_over_does_not_count() -> None:
    transcript, voices = recording(
        {"a": "Anna", "b": "Ben"}, [Said("a", 0, 4, voice(0)), Said("b", 1, 3, voice(1)), Said("a", 6, 10, voice(0))]
    )
    assert clean_speech(voices, transcript, "a").total_s == pytest.approx(4.0, abs=0.1)
    assert not clean_speech(voices, transcript, "b").total_s


def test_only_seconds_heard_alone_count_and_too_few_do_not_at_all() -> None:
    said = [Said("a", 0, 4, voice(0), alone_s=2.5), Said("a", 6, 10, voice(0), alone_s=0.5)]
    transcript, voices = recording({"a": "Anna"}, said)
    speech = clean_speech(voices, transcript, "a")
    assert speech.seconds == pytest.approx([2.5], abs=0.05)
    assert speech.turns == 1


def test_a_piece_whose_voice_was_not_told_does_not_count() -> None:
    transcript, voices = recording({"a": "Anna"}, talk("a", 0, times=2))
    embeddings = voices.embeddings.copy()
    embeddings[0] = np.nan
    assert len(clean_speech(Voices(voices.pieces, embeddings, 600_000), transcript, "a").seconds) == 1


def test_nobody_is_heard_in_a_recording_without_speech() -> None:
    transcript, voices = recording({"a": "Anna"}, [])
    speech = clean_speech(voices, transcript, "a")
    assert (speech.total_s, speech.turns) == (0, 0)
    assert np.array_equal(speech.centroid, np.zeros(32))
