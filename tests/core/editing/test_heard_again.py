"""A turn has other words after it was heard again."""

from dataclasses import replace

from talking import TALK

from desktop_app.core.editing.heard_again import hear_again
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.editing.turn_edits import Act, ChangeWords
from desktop_app.core.editing.word_acts import mark
from desktop_app.core.transcript.values import Mark, Word

HEARD = (Word("we", -20, 90, 0.9), Word("met", 150, 300, 0.9), Word("late", 980, 1200, 0.9))


def test_the_words_are_others_and_lie_in_the_turn_whose_speaker_stays() -> None:
    edit = hear_again(TALK, 0, HEARD)
    assert isinstance(edit, ChangeWords)
    assert edit.act is Act.HEAR_AGAIN
    found = edit.apply(TALK)
    assert found.turns[0] == replace(
        TALK.turns[0], words=(Word("we", 0, 90, 0.9), Word("met", 150, 300, 0.9), Word("late", 980, 1000, 0.9))
    )
    assert found.turns[1:] == TALK.turns[1:]
    assert edit.revert(found) == TALK


def test_nothing_changes_where_nothing_or_the_same_was_heard() -> None:
    assert hear_again(TALK, 0, ()) is None
    assert hear_again(TALK, 0, TALK.turns[0].words) is None


def test_what_is_off_the_record_is_so_whatever_words_are_heard() -> None:
    hiding = mark(TALK, WordStretch(0, 1, 0, 3), Mark.OFF_RECORD)
    assert hiding is not None
    now = hiding.apply(TALK)
    edit = hear_again(now, 0, (Word("we", 0, 80), Word("mattered", 90, 190), Word("harbour", 400, 480)))
    assert edit is not None
    hidden = [Mark.OFF_RECORD in word.marks for word in edit.apply(now).turns[0].words]
    assert hidden == [False, True, False]
