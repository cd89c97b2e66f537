"""The turns of live captions."""

from scripted import ANNA, BEN, final, partial, revision

from desktop_app.ui.state.live_turns import UNSURE, LiveTurns


def test_what_is_heard_of_a_turn_takes_the_place_of_what_was_heard() -> None:
    live = LiveTurns()
    live.take(partial(1, "good"))
    told = live.take(partial(1, "good morning", settled=1))
    assert told is not None
    assert (told.text, told.settled) == ("good morning", 1)
    assert len(live.all()) == 1
    assert live.turns() == ()


def test_a_final_turn_is_one_of_the_transcript() -> None:
    live = LiveTurns()
    live.take(partial(1, "good mourning"))
    live.take(final(1, "good morning", speaker=BEN))
    assert live.changed
    ((turn),) = live.turns()
    assert (turn.text, turn.speaker) == ("good morning", BEN.id)
    assert not live.changed


def test_a_final_turn_without_words_withdraws_what_was_shown() -> None:
    live = LiveTurns()
    live.take(partial(1, "hm"))
    told = live.take(final(1, ""))
    assert told is not None
    assert not told.text
    assert live.all() == []
    assert live.turns() == ()


def test_the_same_said_twice_is_said_once() -> None:
    live = LiveTurns()
    assert live.take(partial(1, "good")) is not None
    assert live.take(partial(1, "good")) is None


def test_a_revision_gives_the_turn_to_another_speaker() -> None:
    live = LiveTurns()
    live.take(final(1, "yes"))
    told = live.take(revision(1, BEN))
    assert told is not None
    assert told.revised
    assert live.turns()[0].speaker == BEN.id
    assert live.take(revision(1, BEN)) is None
    live.take(revision(1, None))
    assert live.turns()[0].speaker == UNSURE.id


def test_a_revision_of_a_turn_nobody_told_of_is_nothing() -> None:
    assert LiveTurns().take(revision(7, ANNA)) is None


def test_turns_are_in_order_of_time_whatever_the_order_they_are_settled_in() -> None:
    live = LiveTurns()
    live.take(final(2, "second", 5000))
    live.take(final(1, "first", 0))
    assert [turn.text for turn in live.turns()] == ["first", "second"]
    assert [turn.text for turn in live.all()] == ["first", "second"]


def test_two_who_speak_at_once_overlap_and_two_who_only_meet_do_not() -> None:
    live = LiveTurns()
    live.take(final(1, "one two three four", 0, ANNA))
    live.take(final(2, "no", 500, BEN))
    live.take(final(3, "well", 800, ANNA))
    assert [turn.overlap for turn in live.turns()] == [False, True, False]


def test_the_latest_turns_are_the_last_that_were_begun() -> None:
    live = LiveTurns()
    for number in range(5):
        live.take(final(number, f"word {number}", number * 1000))
    assert [turn.number for turn in live.latest(2)] == [3, 4]
    assert [turn.number for turn in live.latest(9)] == [0, 1, 2, 3, 4]
