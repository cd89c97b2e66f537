"""Words marked and replaced."""

from dataclasses import replace

from talking import TALK, texts

from desktop_app.core.editing import word_acts
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Mark, Transcript

OVER_A_BORDER = WordStretch(0, 3, 2, 2)


def after(edit: Edit | None, transcript: Transcript = TALK) -> Transcript:
    assert edit is not None
    return edit.apply(transcript)


def marked(transcript: Transcript) -> list[str]:
    return [word.text for turn in transcript.turns for word in turn.words if word.marks]


def test_words_of_several_turns_are_marked_at_once_and_a_second_time_takes_it_off() -> None:
    found = after(word_acts.mark(TALK, OVER_A_BORDER, Mark.UNCERTAIN))
    assert marked(found) == ["the", "harbour", "and", "then"]
    assert after(word_acts.mark(found, OVER_A_BORDER, Mark.UNCERTAIN), found) == TALK


def test_where_some_are_marked_the_others_are_marked_too() -> None:
    found = after(word_acts.mark(TALK, WordStretch(0, 3, 0, 4), Mark.OFF_RECORD))
    assert marked(after(word_acts.mark(found, OVER_A_BORDER, Mark.OFF_RECORD), found)) == [
        "the",
        "harbour",
        "and",
        "then",
    ]


def test_what_cannot_be_understood_is_one_word_with_its_time() -> None:
    found = after(word_acts.make_inaudible(TALK, WordStretch(0, 1, 0, 3), "(inaudible)"))
    word = found.turns[0].words[1]
    assert (word.text, word.start_ms, word.end_ms, word.marks) == ("(inaudible)", 100, 280, {Mark.INAUDIBLE})
    assert texts(found)[0] == "we (inaudible) the harbour"


def test_at_the_caret_it_stands_in_the_pause() -> None:
    found = after(word_acts.make_inaudible(TALK, WordStretch(0, 2, 0, 2), "(inaudible)"))
    word = found.turns[0].words[2]
    assert (word.text, word.start_ms, word.end_ms, word.marks) == ("(inaudible)", 180, 200, {Mark.INAUDIBLE})


def test_all_texts_are_replaced_in_one_edit_and_what_has_no_word_left_goes() -> None:
    edit = word_acts.replace_texts(TALK, {0: "we met at the port", 2: " ", 3: "nobody else"})
    assert texts(after(edit)) == ["we met at the port", "nobody else"]
    assert edit is not None
    assert edit.revert(after(edit)) == TALK


def test_a_word_of_no_length_at_the_end_of_its_turn_stays_in_it() -> None:
    turn = TALK.turns[0]
    last = replace(turn.words[-1], start_ms=turn.end_ms, end_ms=turn.end_ms)
    talk = replace(TALK, turns=(replace(turn, words=(*turn.words[:-1], last)), *TALK.turns[1:]))
    place = len(turn.words) - 1
    found = after(word_acts.make_inaudible(talk, WordStretch(0, place, 0, place + 1), "(inaudible)"), talk).turns[0]
    assert (found.words[-1].text, found.words[-1].end_ms) == ("(inaudible)", found.end_ms)
