from dataclasses import replace

import numpy as np
from scripted import ANNA, BEN, CLEO, transcript, turn

from desktop_app.core.transcript.values import DECIDED_MARGIN, Span, Turn
from desktop_app.ui.player.lanes import NOBODY, Lanes
from desktop_app.ui.state.live_turns import UNSURE


def test_a_pause_inside_a_turn_is_a_gap_in_its_lane() -> None:
    said = replace(turn("one two", 0), end_ms=900, speech=(Span(0, 300), Span(600, 900)))
    (lane,) = Lanes.of(transcript(said)).lanes
    assert lane.speaker == ANNA
    assert lane.heard.edges_ms.tolist() == [0, 300, 600, 900]


def test_two_who_talk_at_once_are_in_two_lanes() -> None:
    lanes = Lanes.of(transcript(turn("one two three", 0, ANNA), turn("yes", 300, BEN)))
    assert lanes.speakers_at(450) == (ANNA, BEN)
    assert lanes.speakers_at(100) == (ANNA,)
    assert lanes.speakers_at(900) == ()
    assert lanes.end_ms == 900


def test_lanes_stand_in_the_order_of_the_speakers_and_nobody_has_an_empty_one() -> None:
    lanes = Lanes.of(replace(transcript(turn("late", 0, CLEO), turn("later", 600, ANNA)), speakers=(ANNA, BEN, CLEO)))
    assert [lane.speaker for lane in lanes.lanes] == [ANNA, CLEO]


def test_a_thin_margin_is_doubtful_and_so_is_a_voice_of_which_none_could_be_told() -> None:
    margins = ((0, 0.02), (600, 0.4), (1200, None), (1800, DECIDED_MARGIN))
    (lane,) = Lanes.of(transcript(*(replace(turn("a", start), margin=margin) for start, margin in margins))).lanes
    assert lane.doubtful.edges_ms.tolist() == [0, 300, 1200, 1500]


def test_where_no_margin_is_told_at_all_nothing_is_doubtful() -> None:
    (lane,) = Lanes.of(transcript(turn("a"), turn("b", 600))).lanes
    assert lane.doubtful.edges_ms.tolist() == []


def test_all_that_is_said_by_nobody_knows_whom_is_doubtful() -> None:
    said = Turn(UNSURE.id, 0, 300, turn("a").words)
    (lane,) = Lanes.of(transcript(said, speakers=(UNSURE,))).lanes
    assert lane.doubtful.edges_ms.tolist() == lane.heard.edges_ms.tolist() == [0, 300]


def test_a_column_belongs_to_who_is_heard_most_in_it() -> None:
    lanes = Lanes.of(transcript(turn("one two three", 0, ANNA), turn("yes no", 600, BEN)))
    edges = np.array([0.0, 500.0, 1100.0, 1200.0, 5000.0, 6000.0])
    assert lanes.owners(edges).tolist() == [0, 1, 1, NOBODY, NOBODY]


def test_without_speakers_every_column_is_nobodys() -> None:
    lanes = Lanes.of(transcript())
    assert lanes.owners(np.array([0.0, 1.0, 2.0])).tolist() == [NOBODY, NOBODY]
    assert lanes.end_ms == 0
    assert lanes.turn_after(0) is None
    assert lanes.turn_before(10_000) is None


def test_turns_are_stepped_through_at_their_starts() -> None:
    lanes = Lanes.of(transcript(turn("a", 1000), turn("b", 5000, BEN), turn("c", 9000)))
    assert [lanes.turn_after(ms) for ms in (0, 1000, 4999, 9000)] == [1000, 5000, 5000, None]
    assert [lanes.turn_before(ms) for ms in (500, 1000, 1500, 5500, 7000, 20_000)] == [
        *(None, None, 1000),
        *(1000, 5000, 9000),
    ]


def test_turns_without_words_are_not_stepped_to() -> None:
    lanes = Lanes.of(transcript(turn("a", 1000), Turn(BEN.id, 2000, 3000, (), (Span(2000, 3000),))))
    assert lanes.turn_after(1000) is None
    assert lanes.speakers_at(2500) == (BEN,)
