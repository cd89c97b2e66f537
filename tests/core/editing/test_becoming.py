"""The edit that makes one transcript another."""

from dataclasses import replace

from edited_talks import edited_talks
from hypothesis import given, settings
from talking import ANNA, BEN, TALK

from desktop_app.core.editing.becoming import becoming
from desktop_app.core.editing.turn_edits import Act, ChangeTurns, Several
from desktop_app.core.transcript.edits import MergeSpeakers
from desktop_app.core.transcript.values import Transcript


@settings(max_examples=150, deadline=None)
@given(edited_talks())
def test_whatever_was_done_it_is_one_edit_and_can_be_undone(talks: tuple[Transcript, Transcript]) -> None:
    one, other = talks
    edit = becoming(Act.CARRY, one, other)
    if edit is None:
        assert one == other
        return
    assert edit.apply(one) == other
    assert edit.revert(other) == one


def test_it_holds_only_the_turns_that_change() -> None:
    other = TALK.with_turns(1, 1, ()).with_turns(2, 1, (replace(TALK.turns[3], start_ms=5001),))
    edit = becoming(Act.CARRY, TALK, other)
    assert isinstance(edit, Several)
    assert [(each.first, len(each.old), len(each.new)) for each in edit.edits if isinstance(each, ChangeTurns)] == [
        (3, 1, 1),
        (1, 1, 0),
    ]
    assert edit.apply(TALK) == other
    assert becoming(Act.CARRY, TALK, TALK) is None


def test_speakers_come_before_their_turns_and_go_behind_them() -> None:
    merged = MergeSpeakers.of(TALK, kept=ANNA.id, gone=BEN.id).apply(TALK)
    for one, other in ((TALK, merged), (merged, TALK)):
        edit = becoming(Act.CARRY, one, other)
        assert edit is not None
        assert edit.apply(one) == other
        assert edit.revert(other) == one
