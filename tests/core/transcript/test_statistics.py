"""Who spoke how much."""

import pytest

from desktop_app.core.transcript.statistics import SpeakerStatistics, speaker_statistics
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

SPEAKERS = (Speaker("S2", "Ben", 0), Speaker("S1", "Anna", 1), Speaker("S3", "Cy", 2))


def transcript(*turns: Turn) -> Transcript:
    return Transcript(AudioSource("talk.wav", 60_000), SPEAKERS, turns)


def words(count: int) -> tuple[Word, ...]:
    return tuple(Word("word", 100 * i, 100 * i + 90) for i in range(count))


def test_talk_time_leaves_out_the_pauses_within_a_turn() -> None:
    talk = transcript(Turn("S1", 0, 5000, words(3), (Span(0, 1000), Span(4000, 5000))))
    assert speaker_statistics(talk)[1].talk_ms == 2000


def test_a_turn_without_words_counts_as_time_but_not_as_a_turn() -> None:
    talk = transcript(
        Turn("S1", 0, 3000, words(4), (Span(0, 3000),)),
        Turn("S2", 1000, 2000, (), (Span(1000, 2000),), overlap=True),
        Turn("S1", 3000, 3500, words(1), (Span(3000, 3500),)),
    )
    ben, anna, _ = speaker_statistics(talk)
    assert ben == SpeakerStatistics("S2", talk_ms=1000, turns=0, words=0, share=pytest.approx(1000 / 4500))
    assert anna == SpeakerStatistics("S1", talk_ms=3500, turns=2, words=5, share=pytest.approx(3500 / 4500))


def test_every_speaker_has_figures_in_the_transcripts_order() -> None:
    talk = transcript(Turn("S1", 0, 1000, words(1), (Span(0, 1000),)))
    assert [figures.speaker_id for figures in speaker_statistics(talk)] == ["S2", "S1", "S3"]


def test_shares_add_up_to_one() -> None:
    talk = transcript(*(Turn(s.id, 0, 700, words(2), (Span(0, 700),)) for s in SPEAKERS))
    assert sum(figures.share for figures in speaker_statistics(talk)) == pytest.approx(1)


def test_where_nobody_speaks_all_shares_are_zero() -> None:
    assert [figures.share for figures in speaker_statistics(transcript())] == [0, 0, 0]


def test_without_speakers_there_are_no_figures() -> None:
    assert speaker_statistics(Transcript(AudioSource("talk.wav", 0))) == ()
