"""Turns that turn out to be somebody else's."""

from desktop_app.core.diarization.live_timeline import LiveSegment, LiveTimeline
from desktop_app.core.live.events import Final, Revision
from desktop_app.core.live.final_turns import ALL_EVERY_MS, RECENT, FinalTurns
from desktop_app.core.transcript.values import Speaker, Word

ADA, BEN = Speaker("S1", "Speaker 1", 0), Speaker("S2", "Speaker 2", 1)


def book(turns: int) -> FinalTurns:
    kept = FinalTurns()
    for at in range(turns):
        start_ms = at * 1000
        word = Word("word", start_ms, start_ms + 900)
        kept.add(Final(start_ms, kept.next_number(), "S1", start_ms, start_ms + 900, (word,)))
    return kept


def timeline(turns: int, *others: int, heard_ms: int = 0) -> LiveTimeline:
    """Everything is Ada's but for these turns."""
    segments = (LiveSegment(at * 1000, at * 1000 + 900, "S2" if at in others else "S1") for at in range(turns))
    return LiveTimeline(heard_ms or turns * 1000, exclusive=tuple(segments), speakers=(ADA, BEN))


def test_a_turn_that_is_somebody_elses_is_revised_once() -> None:
    kept = book(3)
    assert list(kept.revisions(timeline(3, 1), 3000)) == [Revision(3000, 2, "S2")]
    assert list(kept.revisions(timeline(3, 1), 3500)) == []
    assert [turn.speaker for turn in kept.turns] == ["S1", "S2", "S1"]


def test_what_is_not_known_any_more_is_left_as_it_was() -> None:
    kept = book(2)
    silent = LiveTimeline(2000, exclusive=(LiveSegment(0, 900, None),), speakers=(ADA,))
    assert list(kept.revisions(silent, 2000, everything=True)) == []


def test_old_turns_are_looked_at_again_now_and_then_and_new_ones_after_every_step() -> None:
    many = RECENT + 30
    kept = book(many)
    list(kept.revisions(timeline(many), 0))
    later = many * 1000 + 500
    assert [each.turn for each in kept.revisions(timeline(many, 0, many - 1, heard_ms=later), 0)] == [many]
    later += ALL_EVERY_MS
    assert [each.turn for each in kept.revisions(timeline(many, 0, many - 1, heard_ms=later), 0)] == [1]


def test_withdrawn_turns_are_not_kept() -> None:
    kept = FinalTurns()
    kept.add(Final(0, kept.next_number(), None, 0, 0, ()))
    assert kept.turns == []
