"""Edits can be taken back exactly, and done again."""

from dataclasses import replace

import pytest

from desktop_app.core.transcript.edits import History, MergeSpeakers, Reassign, RenameSpeaker
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word

TO_ANNA = RenameSpeaker("S1", "Speaker 1", "Anna")
TO_ANN = RenameSpeaker("S1", "Anna", "Ann")


@pytest.fixture
def draft() -> Transcript:
    return Transcript(
        AudioSource("talk.wav", 5000),
        (Speaker("S1", "Speaker 1", 0), Speaker("S2", "Speaker 2", 1)),
        (Turn("S1", 0, 900, (Word("Hello.", 0, 900),)), Turn("S2", 1000, 1500, (Word("Hi.", 1000, 1500),))),
        language="en",
    )


def names(transcript: Transcript) -> list[str]:
    return [speaker.name for speaker in transcript.speakers]


def test_renaming_changes_the_name_and_nothing_else(draft: Transcript) -> None:
    renamed = TO_ANNA.apply(draft)
    assert renamed.speakers == (Speaker("S1", "Anna", 0), Speaker("S2", "Speaker 2", 1))
    assert (renamed.audio, renamed.turns, renamed.language) == (draft.audio, draft.turns, draft.language)
    assert renamed.speaker("S1").name == "Anna"


def test_the_transcript_before_an_edit_is_left_as_it_was(draft: Transcript) -> None:
    TO_ANNA.apply(draft)
    assert names(draft) == ["Speaker 1", "Speaker 2"]


def test_reverting_gives_the_transcript_before(draft: Transcript) -> None:
    assert TO_ANNA.revert(TO_ANNA.apply(draft)) == draft


def test_two_speakers_may_get_the_same_name_and_part_again(draft: Transcript) -> None:
    same = RenameSpeaker("S2", "Speaker 2", "Speaker 1")
    assert names(same.apply(draft)) == ["Speaker 1", "Speaker 1"]
    assert same.revert(same.apply(draft)) == draft


def test_other_speakers_and_turns_can_be_taken_back_with_all_else_kept(draft: Transcript) -> None:
    (only,) = (turn for turn in draft.turns if turn.speaker == "S1")
    edit = Reassign(draft.speakers, draft.turns, draft.speakers[:1], (only,))
    changed = edit.apply(draft)
    assert (changed.speakers, changed.turns, changed.language) == (draft.speakers[:1], (only,), "en")
    assert edit.revert(changed) == draft


def test_undo_takes_back_the_newest_first(draft: Transcript) -> None:
    history, first = History().do(TO_ANNA, draft)
    history, second = history.do(TO_ANN, first)
    history, undone = history.undo(second)
    assert undone == first
    _, undone = history.undo(undone)
    assert undone == draft


def test_redo_does_again_what_was_undone_in_its_order(draft: Transcript) -> None:
    history, first = History().do(TO_ANNA, draft)
    history, second = history.do(TO_ANN, first)
    everything = history
    for _ in range(2):
        history, second = history.undo(second)
    history, redone = history.redo(second)
    assert names(redone)[0] == "Anna"
    history, redone = history.redo(redone)
    assert names(redone)[0] == "Ann"
    assert history == everything


def test_a_new_edit_forgets_what_was_undone(draft: Transcript) -> None:
    history, renamed = History().do(TO_ANNA, draft)
    history, undone = history.undo(renamed)
    history, other = history.do(RenameSpeaker("S2", "Speaker 2", "Ben"), undone)
    assert history.redo(other) == (history, other)
    assert names(other) == ["Speaker 1", "Ben"]


def test_with_nothing_to_undo_or_redo_nothing_happens(draft: Transcript) -> None:
    history = History()
    assert history.undo(draft) == (history, draft)
    assert history.redo(draft) == (history, draft)


def test_making_two_one_gives_the_turns_of_both_to_the_one_who_stays(draft: Transcript) -> None:
    edit = MergeSpeakers.of(draft, kept="S2", gone="S1")
    merged = edit.apply(draft)
    assert merged.speakers == (draft.speaker("S2"),)
    assert [turn.speaker for turn in merged.turns] == ["S2", "S2"]
    assert [turn.words for turn in merged.turns] == [turn.words for turn in draft.turns]
    assert edit.revert(merged) == draft


def test_who_stays_stands_where_the_first_of_the_two_was_heard(draft: Transcript) -> None:
    third = Speaker("S3", "Speaker 3", 2)
    three = replace(draft, speakers=(*draft.speakers, third))
    merged = MergeSpeakers.of(three, kept="S3", gone="S1").apply(three)
    assert merged.speakers == (third, three.speaker("S2"))
