"""What differs is found, and done from the end on, it gives the new text."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.state.shown_turn import ShownTurn
from desktop_app.ui.state.turn_diff import CHUNK, Change, changes, in_chunks, same_text

TURNS = st.lists(
    st.builds(
        ShownTurn,
        st.integers(0, 30),
        st.sampled_from(["S1", "S2"]),
        st.booleans(),
        st.sampled_from("ab"),
        number=st.none(),
        soft_from=st.none(),
    ),
    max_size=120,
).map(sorted)


def shown(*texts: str, speaker: str = "S1") -> list[ShownTurn]:
    return [ShownTurn(1000 * number, speaker, False, text) for number, text in enumerate(texts)]


def found(old: list[ShownTurn], new: list[ShownTurn]) -> list[Change]:
    return changes(old, new, same_text(old, new))


def test_the_same_words_under_another_speaker_are_no_change_of_the_text() -> None:
    assert found(shown("a", "b"), shown("a", "b", speaker="S2")) == []


def test_a_turn_that_was_cut_in_two_makes_room_for_both() -> None:
    old, new = shown("a", "b c", "d"), [*shown("a", "b"), ShownTurn(1500, "S2", False, "c"), shown("", "", "d")[2]]
    assert found(old, new) == [Change(1, 2, new[1:3])]


def test_what_is_only_new_or_only_old_is_put_in_or_taken_out() -> None:
    assert found([], shown("a")) == [Change(0, 0, shown("a"))]
    assert found(shown("a"), []) == [Change(0, 1, [])]


@given(TURNS, TURNS)
def test_the_changes_from_the_last_to_the_first_make_the_old_text_the_new_one(
    old: list[ShownTurn], new: list[ShownTurn]
) -> None:
    kept = same_text(old, new)
    text = list(old)
    for number, place in kept:
        text[number] = new[place]
    for change in in_chunks(changes(old, new, kept)):
        assert max(change.end - change.first, len(change.turns)) <= CHUNK
        text[change.first : change.end] = change.turns
    assert text == new
