"""What is played of a speaker: long, alone and surely theirs."""

from desktop_app.core.playback.clearest import clearest_spans
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn

SPEAKERS = tuple(Speaker(f"S{n}", f"Speaker {n}", n) for n in (1, 2, 3))


def turn(speaker: str, *speech_s: tuple[float, float], margin: float | None = None) -> Turn:
    speech = tuple(Span(round(1000 * start), round(1000 * end)) for start, end in speech_s)
    return Turn(speaker, speech[0].start_ms, speech[-1].end_ms, (), speech, margin)


def spans(*turns: Turn, of: str = "S1", wanted_ms: int = 10_000) -> list[tuple[float, float]]:
    transcript = Transcript(AudioSource("talk.wav", 10**6), SPEAKERS, turns)
    return [(each.start_ms / 1000, each.end_ms / 1000) for each in clearest_spans(transcript, of, wanted_ms)]


def test_of_stretches_that_are_long_enough_the_surest_is_played() -> None:
    turns = (
        turn("S1", (0, 15), margin=0.1),
        turn("S2", (15, 40), margin=0.9),
        turn("S1", (40, 52), margin=0.4),
        turn("S1", (60, 90), margin=0.2),
        turn("S1", (100, 130)),
    )
    assert spans(*turns) == [(40, 50)]
    assert spans(*turns, of="S2") == [(15, 25)]


def test_where_somebody_talks_over_it_nothing_is_played() -> None:
    assert spans(turn("S1", (0, 30)), turn("S2", (8, 9)), turn("S3", (8.5, 17)), turn("S2", (28, 40))) == [(17, 27)]


def test_several_stretches_make_up_for_a_long_one_in_order() -> None:
    turns = (
        turn("S1", (0, 4)),
        turn("S2", (4, 10)),
        turn("S1", (10, 13)),
        turn("S1", (20, 25)),
        turn("S1", (30, 30.2)),
    )
    assert spans(*turns) == [(0, 4), (10, 11), (20, 25)]
    assert spans(*turns, wanted_ms=60_000) == [(0, 4), (10, 13), (20, 25)]


def test_short_pauses_are_played_and_long_ones_are_not() -> None:
    assert spans(turn("S1", (0, 3), (3.3, 6), (8, 10))) == [(0, 6), (8, 10)]


def test_a_speaker_whom_somebody_always_talks_over_is_heard_nevertheless() -> None:
    assert spans(turn("S1", (2, 5)), turn("S2", (0, 20))) == [(2, 5)]
    assert spans(turn("S1", (2, 2.3))) == [(2, 2.3)]


def test_a_turn_that_does_not_tell_its_speech_is_taken_whole_and_who_is_not_heard_has_none() -> None:
    assert spans(Turn("S1", 1000, 4000)) == [(1, 4)]
    assert spans(turn("S2", (0, 5))) == []
