"""Words that come into a text with their times."""

from dataclasses import replace
from itertools import count

from hypothesis import assume, given
from hypothesis import strategies as st
from talking import BEN, TALK, of, texts
from transcripts import transcripts

from desktop_app.core.editing.pasting import paste, paste_new
from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_acts import set_border
from desktop_app.core.editing.turn_edits import Act, ChangeTurns
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import DECIDED_MARGIN, Mark, Span, Transcript, Word

HARBOUR = TALK.turns[0].words[2:]


def done(edit: Edit | None, transcript: Transcript) -> Transcript:
    assert edit is not None
    assert edit.revert(edit.apply(transcript)) == transcript
    return edit.apply(transcript)


def words_of(transcript: Transcript) -> list[Word]:
    return [word for turn in transcript.turns for word in turn.words]


CUT = done(rewrite(TALK, [0], ["we met"]), TALK)


def test_words_go_over_to_the_next_turn_as_a_border_does() -> None:
    found = done(paste(CUT, [2], ["at the harbour and then it rained"], dict(enumerate(HARBOUR))), CUT)
    assert words_of(found) == words_of(TALK)
    assert found == done(set_border(TALK, 0, 2, 2), TALK)
    assert of(found, 1) == "Ben"


def test_words_go_over_to_the_turn_before_as_a_border_does() -> None:
    and_then = TALK.turns[2].words[:2]
    cut = done(rewrite(TALK, [2], ["it rained"]), TALK)
    found = done(paste(cut, [0], ["we met at the harbour and then"], {5: and_then[0], 6: and_then[1]}), cut)
    assert words_of(found) == words_of(TALK)
    assert found == done(set_border(TALK, 0, 2, 7), TALK)


def test_marks_and_confidence_come_along() -> None:
    marked = tuple(replace(word, confidence=0.1 + 0.2, marks=frozenset({Mark.UNCERTAIN})) for word in HARBOUR)
    found = done(paste(CUT, [2], ["at the harbour and then it rained"], dict(enumerate(marked))), CUT)
    assert found.turns[1].words[:3] == marked


def test_what_does_not_fit_is_timed_as_what_is_typed() -> None:
    later = {0: replace(HARBOUR[0], start_ms=8000, end_ms=8080)}
    assert paste(CUT, [2], ["at and then it rained"], later) == rewrite(CUT, [2], ["at and then it rained"])
    beyond = {2: Word("nobody", 5900, 9001)}
    assert paste(TALK, [3], ["nobody else nobody"], beyond) == rewrite(TALK, [3], ["nobody else nobody"])
    before = {0: Word("we", 150, 200)}
    assert paste(TALK, [2], ["we and then it rained"], before) == rewrite(TALK, [2], ["we and then it rained"])


def test_of_several_words_those_that_fit_keep_their_times_and_all_are_in_order() -> None:
    pasted = {0: Word("far", 7000, 7080), 1: HARBOUR[1], 2: HARBOUR[2]}
    found = done(paste(CUT, [2], ["far the harbour and then it rained"], pasted), CUT).turns[1]
    assert found.words[1:3] == HARBOUR[1:]
    assert found.words[3:] == TALK.turns[2].words
    assert found.words[0].estimated
    starts = [word.start_ms for word in found.words]
    assert starts == sorted(starts)


def test_words_that_read_like_those_around_them_are_not_taken_for_them() -> None:
    yes = tuple(Word("yes", 3000 + 200 * n, 3100 + 200 * n, 0.5) for n in range(4))
    talk = replace(TALK, turns=(TALK.turns[0], replace(TALK.turns[2], words=yes[2:])))
    found = done(paste(talk, [1], ["yes yes yes yes"], {0: yes[0], 1: yes[1]}), talk)
    assert found.turns[1].words == yes


def test_words_that_are_pasted_over_others_take_their_place() -> None:
    found = done(paste(TALK, [2], ["and the rained"], {1: Word("the", 3150, 3190)}), TALK)
    assert found.turns[2].words == (TALK.turns[2].words[0], Word("the", 3150, 3190), TALK.turns[2].words[3])


def test_pasted_lines_are_turns_with_their_times() -> None:
    came = Word("so", 3050, 3060), Word("yes", 3080, 3090)
    found = done(paste(TALK, [2], ["and so", "yes then it rained"], {1: came[0], 2: came[1]}), TALK)
    assert texts(found)[1:3] == ["and so", "yes then it rained"]
    assert found.turns[2].words[1:] == came[:1]
    assert found.turns[3].words[:1] == came[1:]
    assert found.turns[3].start_ms == 3080


def test_a_new_turn_is_made_of_words_with_their_times_and_the_one_before_gives_way() -> None:
    edit = paste_new(CUT, ["at the harbour"], dict(enumerate(HARBOUR)), speaker=BEN.id, after=0)
    assert isinstance(edit, ChangeTurns)
    assert edit.act is Act.PASTE
    found = done(edit, CUT)
    assert words_of(found) == words_of(TALK)
    before, new = found.turns[:2]
    assert (before.end_ms, new.start_ms, new.end_ms, new.margin) == (200, 200, 1000, DECIDED_MARGIN)
    later = {0: Word("at", 8000, 8080)}
    assert paste_new(TALK, ["at"], later, speaker=BEN.id, after=0) == inserted(TALK, ["at"], speaker=BEN.id, after=0)


def test_somebody_who_speaks_on_keeps_their_time() -> None:
    over_harbour = Word("so", 420, 460)
    found = done(paste(TALK, [2], ["so and then it rained"], {0: over_harbour}), TALK)
    assert found.turns[0] == TALK.turns[0]
    assert found.turns[1].start_ms == 420
    assert found.turns[1].speech == (Span(420, 460), Span(3000, 4000))
    assert found.turns[1].words[0] == over_harbour


def test_what_was_copied_and_still_stands_is_said_once() -> None:
    harbour = HARBOUR[2]
    for place, line, at in ((2, "harbour and then it rained", 0), (0, "we met at the harbour harbour", 5)):
        assert paste(TALK, [place], [line], {at: harbour}) == rewrite(TALK, [place], [line])
    over_itself = paste(TALK, [0], ["we met at the harbour"], {4: harbour})
    assert over_itself is None or over_itself.apply(TALK) == TALK


def _told_apart(talk: Transcript) -> Transcript:
    """No two words are the same: nobody could tell which of them was cut."""
    number = count()
    turns = (
        replace(turn, words=tuple(replace(word, text=f"{word.text}{next(number)}") for word in turn.words))
        for turn in talk.turns
    )
    return replace(talk, turns=tuple(turns))


@given(st.data(), transcripts(least=1).map(_told_apart))
def test_what_is_cut_and_pasted_where_it_was_has_its_times(data: st.DataObject, talk: Transcript) -> None:
    """Of one turn or several, where nobody interrupts."""
    spoken = [place for place, turn in enumerate(talk.turns) if turn.words]
    first = data.draw(st.integers(0, len(spoken) - 1))
    places = spoken[first : data.draw(st.integers(first, len(spoken) - 1)) + 1]
    words = [word for place in places for word in talk.turns[place].words]
    low, high = sorted(data.draw(st.tuples(*[st.integers(0, len(words))] * 2)))
    kept = [*words[:low], *words[high:]]
    starts = [word.start_ms for word in words_of(talk)]
    assume(low < high and kept and starts == sorted(starts))

    cut = done(rewrite(talk, places, [" ".join(word.text for word in kept)]), talk)
    place = next(place for place, turn in enumerate(cut.turns) if kept[0] in turn.words)
    lines = [talk.turns[place].text for place in places]
    back = done(paste(cut, [place], lines, dict(enumerate(words[low:high], low))), cut)
    assert words_of(back) == words_of(talk)
