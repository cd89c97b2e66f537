"""Whatever a clustering says, what a person decided stays so."""

from dataclasses import replace
from functools import reduce
from itertools import pairwise

import numpy as np
import pytest
from diarization.unit_vectors import in_a_plane
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import frame_to_ms
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.pipeline.reassign import reassign, recluster_transcript
from desktop_app.core.pipeline.regions import Region
from desktop_app.core.transcript.decisions import Decision, merge_decisions
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers, speech_of
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Word
from pipeline import scripted_talks
from pipeline.scripted_talks import diarized, spoken, talk

STRANGERS = (Speaker("S8", "Dora", 7), Speaker("S9", "Speaker 9", 8))
"""Known from elsewhere: a person's corrections may name somebody whom the job did not find."""

# Properties.


@st.composite
def talks(draw: st.DrawFn) -> tuple[Voices, Transcript]:
    """Voices of all kinds, and a transcript made from them under some clustering."""
    pieces, at = [], 0
    for track in range(draw(st.integers(1, 9))):
        at = max(0, at + draw(st.integers(-60, 120)))
        length = draw(st.integers(10, 480))
        heard = np.ones(length, np.bool_)
        pieces.append(Piece(track % 3, at, heard, np.arange(length) < draw(st.sampled_from([0, 30, length]))))
        at += length
    pieces.sort(key=lambda piece: (piece.start, piece.end))
    vectors = in_a_plane([draw(st.integers(0, 90)) for _ in pieces])
    vectors[[draw(st.booleans()) and draw(st.booleans()) for _ in pieces]] = np.nan
    voices = Voices(tuple(pieces), vectors, frame_to_ms(at) + draw(st.integers(0, 500)))
    timeline = [scripted_talks.Piece(frame_to_ms(piece.start), frame_to_ms(piece.end)) for piece in pieces]
    made = diarized(timeline, [draw(st.integers(0, 2)) for _ in pieces])
    lengths = st.lists(st.sampled_from([0, 80, 300, 900]), max_size=8)
    before = talk(made, lambda region: _words(region.start_ms, draw(lengths), draw(st.sampled_from(["", "."]))))
    return voices, replace(before, audio=AudioSource("talk.wav", voices.duration_ms))


def _words(start_ms: int, lengths_ms: list[int], ending: str) -> list[Word]:
    ends = np.cumsum(lengths_ms)
    return [
        Word(f"{start_ms}-{at}{ending}", start_ms + int(end) - length, start_ms + int(end), 0.5)
        for at, (end, length) in enumerate(zip(ends, lengths_ms, strict=True))
    ]


@st.composite
def decisions_about(draw: st.DrawFn, transcript: Transcript) -> tuple[Decision, ...]:
    """Whole turns, words, and stretches of any kind, given to people of the transcript and to strangers."""
    ids = [speaker.id for speaker in (*transcript.speakers, *STRANGERS)]
    stretches = [Span(each.start_ms, each.end_ms) for each in (*transcript.turns, *words(transcript))]
    ends = st.integers(0, transcript.audio.duration_ms + 500)
    anywhere = st.tuples(ends, ends).map(lambda both: Span(*sorted(both)))
    drawn = draw(st.lists(st.tuples(st.one_of(st.sampled_from(stretches), anywhere), st.sampled_from(ids)), max_size=6))
    made: tuple[Decision, ...] = ()
    return reduce(merge_decisions, [Decision(span, speaker) for span, speaker in drawn], made)


BOUNDS = st.sampled_from(
    [SpeakerBounds(), *(SpeakerBounds(count, count) for count in range(1, 6)), SpeakerBounds(2), SpeakerBounds(1, 2)]
)


def words(transcript: Transcript) -> list[Word]:
    return [word for turn in transcript.turns for word in turn.words]


@settings(deadline=None, max_examples=100)
@given(st.data(), talks(), BOUNDS, st.sampled_from([0.0, 0.3, 0.5, 0.9, 1.0]))
def test_after_any_clustering_every_word_inside_a_decision_is_its_speaker_s(
    data: st.DataObject, made: tuple[Voices, Transcript], bounds: SpeakerBounds, sensitivity: float
) -> None:
    voices, before = made
    decisions = data.draw(decisions_about(before))
    known = (*known_speakers(before), *(KnownSpeaker(stranger, ()) for stranger in STRANGERS))
    after = recluster_transcript(before, voices, bounds, sensitivity=sensitivity, known=known, decisions=decisions)
    for turn in after.turns:
        for word in turn.words:
            for decision in decisions:
                if decision.span.start_ms <= word.start_ms < word.end_ms <= decision.span.end_ms:
                    assert turn.speaker == decision.speaker
    _assert_in_order(before, after)
    by_id = {each.speaker.id: each.speaker for each in known}
    for speaker in after.speakers:
        assert speaker == by_id.get(speaker.id, speaker)
    assert len({speaker.name for speaker in after.speakers}) == len(after.speakers)
    assert {turn.speaker for turn in after.turns} == {speaker.id for speaker in after.speakers}


def _assert_in_order(before: Transcript, after: Transcript) -> None:
    """All words are there, those of a turn and speaker in order; turns are ordered and hold their words and speech."""
    assert sorted(words(after), key=repr) == sorted(words(before), key=repr)
    assert all((a.start_ms, a.end_ms) <= (b.start_ms, b.end_ms) for a, b in pairwise(after.turns))
    assert all(
        turn.start_ms <= word.start_ms <= word.end_ms <= turn.end_ms for turn in after.turns for word in turn.words
    )
    for turn in after.turns:
        assert turn.speech
        assert all(turn.start_ms <= span.start_ms < span.end_ms <= turn.end_ms for span in turn.speech)
        assert all(one.end_ms <= other.start_ms for one, other in pairwise(turn.speech))
    place = {word: at for at, word in enumerate(words(after))}
    owners = {word: turn.speaker for turn in after.turns for word in turn.words}
    for turn in before.turns:
        for speaker in {owners[word] for word in turn.words}:
            places = [place[word] for word in turn.words if owners[word] == speaker]
            assert places == sorted(places)


# Who is who, and where turns end.

THREE = [scripted_talks.Piece(0, 6000), scripted_talks.Piece(7000, 12_000), scripted_talks.Piece(13_000, 16_000)]


def counting(region: Region) -> tuple[Word, ...]:
    return spoken("one two three four.", region.start_ms)


def decided(*turns: tuple[int, int, str]) -> tuple[Decision, ...]:
    return tuple(Decision(Span(start_ms, end_ms), speaker) for start_ms, end_ms, speaker in turns)


def told(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.spoken_turns()]


def test_a_decided_turn_keeps_its_speaker_and_its_borders_though_the_clustering_finds_one_voice() -> None:
    before = talk(diarized(THREE, [0, 1, 0]), counting)
    after = reassign(before, diarized(THREE, [0, 0, 0]), decisions=decided((7000, 12_000, "S2")))
    assert [(turn.speaker, turn.start_ms, turn.end_ms) for turn in after.turns] == [
        (turn.speaker, turn.start_ms, turn.end_ms) for turn in before.turns
    ]
    assert after.speakers == before.speakers


def test_a_turn_that_is_decided_is_not_joined_with_others_of_its_speaker() -> None:
    pieces = [scripted_talks.Piece(0, 3000), scripted_talks.Piece(3200, 6000), scripted_talks.Piece(6200, 9000)]
    before = talk(diarized(pieces, [0, 1, 2]), counting)
    together = diarized(pieces, [0, 0, 0])
    assert len(reassign(before, together).turns) == 1
    after = reassign(before, together, decisions=decided((3200, 6000, "S1")))
    assert [turn.start_ms for turn in after.turns] == [0, 3200, 6200]


def test_a_decision_inside_a_turn_cuts_it_between_words_and_takes_the_speech_with_it() -> None:
    before = talk(diarized([scripted_talks.Piece(0, 6000)], [0]), lambda _: spoken("a b c d e f", 0, 1000))
    after = reassign(
        replace(before, speakers=(*before.speakers, STRANGERS[0])),
        diarized([scripted_talks.Piece(0, 6000)], [0]),
        decisions=decided((2100, 3900, "S8")),
    )
    assert told(after) == [("S1", "a b"), ("S8", "c d"), ("S1", "e f")]
    assert speech_of(after, "S8") == (Span(2100, 3900),)
    assert speech_of(after, "S1") == (Span(0, 2100), Span(3900, 6000))


def test_who_is_decided_for_is_matched_first_and_the_others_after_them() -> None:
    before = talk(diarized(THREE, [0, 1, 1]), counting)
    new = replace(diarized(THREE, [0, 1, 1]), groups=(0,))
    after = reassign(before, new, decisions=decided((0, 6000, "S2")))
    assert [turn.speaker for turn in after.turns] == ["S2", "S3"]
    assert after.speakers == (before.speaker("S2"), Speaker("S3", "Speaker 1", 2))


def test_a_newcomer_has_no_number_of_somebody_who_is_only_there_by_decision() -> None:
    before = talk(diarized(THREE, [0, 0, 0]), counting)
    known = (*known_speakers(before), KnownSpeaker(Speaker("S2", "Speaker 2", 1), ()))
    after = reassign(before, diarized(THREE, [0, 0, 1]), known=known, decisions=decided((7000, 12_000, "S2")))
    assert [speaker.name for speaker in after.speakers] == ["Speaker 1", "Speaker 2", "Speaker 3"]


def test_a_word_of_no_length_goes_with_its_turn() -> None:
    pieces = [scripted_talks.Piece(0, 3000), scripted_talks.Piece(3000, 6000)]
    texts = {
        0: (Word("Here.", 0, 2800), Word("And", 3000, 3000)),
        3000: (Word("so", 3000, 3000), Word("on.", 3000, 5000)),
    }
    before = talk(diarized(pieces, [0, 1]), lambda region: texts[region.start_ms])
    after = reassign(before, diarized(pieces, [0, 0]), decisions=decided((3000, 6000, "S2")))
    assert told(after) == [("S1", "Here. And"), ("S2", "so on.")]


def test_a_decision_for_somebody_nobody_knows_is_an_error_that_names_them() -> None:
    before = talk(diarized(THREE, [0, 0, 0]), counting)
    with pytest.raises(ValueError, match="'S5'"):
        reassign(before, diarized(THREE, [0, 0, 0]), decisions=decided((0, 6000, "S5")))


def test_what_is_like_a_decided_turn_goes_with_it() -> None:
    frames = [(0, 300), (350, 650), (700, 1000), (1050, 1350)]
    pieces = tuple(Piece(at, start, *[np.ones(end - start, np.bool_)] * 2) for at, (start, end) in enumerate(frames))
    voices = Voices(pieces, in_a_plane([0, 40, 4, 44]), frame_to_ms(1400))
    timeline = [scripted_talks.Piece(frame_to_ms(start), frame_to_ms(end)) for start, end in frames]
    before = talk(diarized(timeline, [0, 0, 0, 0]), counting)
    before = replace(before, speakers=(*before.speakers, STRANGERS[0]))
    usual = recluster_transcript(before, voices, SpeakerBounds(), sensitivity=0.5)
    assert {turn.speaker for turn in usual.turns} == {"S1"}
    first, second = (Span(each.start_ms, each.end_ms) for each in timeline[:2])
    decisions = (Decision(first, "S1"), Decision(second, "S8"))
    after = recluster_transcript(before, voices, SpeakerBounds(1, 1), sensitivity=0.5, decisions=decisions)
    assert [turn.speaker for turn in after.turns] == ["S1", "S8", "S1", "S8"]
