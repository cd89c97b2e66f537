"""What a person corrected stays when a machine hears the recording again; everything else is the new machine's."""

from dataclasses import replace

from edited_talks import edited_talks
from hypothesis import given, settings
from hypothesis import strategies as st
from talking import ANNA, BEN, TALK, of, texts
from transcripts import TEXTS, require_sound

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.carrying import carry_corrections
from desktop_app.core.editing.differences import Kind, differences
from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Mark, Transcript, Turn, Word

Talks = tuple[Transcript, Transcript]


def after(edit: Edit | None, now: Transcript = TALK) -> Transcript:
    assert edit is not None
    return edit.apply(now)


def whose(transcript: Transcript) -> list[tuple[str, str]]:
    return sorted((turn.speaker, word.text) for turn in transcript.turns for word in turn.words)


@st.composite
def heard_again(draw: st.DrawFn) -> tuple[Transcript, Transcript, Transcript]:
    """The old machine's, the edited, and what another machine makes of it: words heard otherwise, a little apart."""
    before, edited = draw(edited_talks())
    turns = tuple(draw(_turn_again(turn)) for turn in before.turns)
    return before, edited, replace(before, turns=turns)


@st.composite
def _turn_again(draw: st.DrawFn, turn: Turn) -> Turn:
    if not turn.words or draw(st.booleans()):
        return turn
    words, least_ms = [], turn.start_ms
    for word in turn.words:
        start_ms = min(max(least_ms, word.start_ms + draw(st.integers(-30, 30))), turn.end_ms)
        end_ms = min(max(start_ms, word.end_ms), turn.end_ms)
        heard = draw(st.sampled_from(["as before", "as before", "otherwise", "not at all"]))
        if heard != "not at all":
            text = word.text if heard == "as before" else draw(TEXTS)
            words.append(replace(word, text=text, start_ms=start_ms, end_ms=end_ms))
            least_ms = start_ms
    return replace(turn, words=tuple(words))


@settings(max_examples=200, deadline=None)
@given(edited_talks())
def test_of_the_same_machine_s_words_again_the_edited_ones_come_out(talks: Talks) -> None:
    before, edited = talks
    found = carry_corrections(before, edited, before)
    require_sound(found)
    assert whose(found) == whose(edited)


@settings(max_examples=200, deadline=None)
@given(heard_again())
def test_where_nobody_corrected_anything_all_is_the_new_machine_s(
    talks: tuple[Transcript, Transcript, Transcript],
) -> None:
    before, _, later = talks
    assert carry_corrections(before, before, later) is later


@settings(max_examples=200, deadline=None)
@given(heard_again())
def test_what_a_person_wrote_is_there_and_nothing_else_is_invented(
    talks: tuple[Transcript, Transcript, Transcript],
) -> None:
    before, edited, later = talks
    found = carry_corrections(before, edited, later)
    require_sound(found)
    left = whose(found)
    for turn, stretches in zip(edited.turns, differences(before, edited).stretches, strict=True):
        for each in stretches:
            if each.kind in {Kind.CHANGED, Kind.ADDED}:
                for word in turn.words[each.first : each.end]:
                    left.remove((turn.speaker, word.text))
    heard = [word.text for turn in later.turns for word in turn.words]
    for _, text in left:
        heard.remove(text)


def moved(transcript: Transcript, by_ms: int, **texts: str) -> Transcript:
    """As another machine hears it: a little later, some words otherwise."""

    def word(each: Word) -> Word:
        text = texts.get(each.text, each.text)
        return replace(each, text=text, start_ms=each.start_ms + by_ms, end_ms=each.end_ms + by_ms, confidence=0.9)

    turns = tuple(replace(turn, words=tuple(map(word, turn.words))) for turn in transcript.turns)
    return replace(transcript, turns=turns)


LATER = moved(TALK, 15, harbour="arbour", rained="reigned")


def test_a_word_that_was_typed_over_stays_and_its_neighbours_are_heard_anew() -> None:
    edited = after(rewrite(TALK, [0], ["we met at the harbor"]))
    found = carry_corrections(TALK, edited, LATER)
    assert texts(found)[:2] == ["we met at the harbor", "and then it reigned"]
    assert found.turns[0].words[:4] == LATER.turns[0].words[:4]
    assert found.turns[0].words[4].start_ms == LATER.turns[0].words[4].start_ms
    assert found.turns[2] is LATER.turns[2]


def test_words_for_a_word_stay_together_whatever_the_times() -> None:
    edited = after(rewrite(TALK, [0], ["we sailed in and out of it at the harbour"]))
    assert texts(carry_corrections(TALK, edited, LATER))[0] == "we sailed in and out of it at the arbour"


def test_what_was_added_stays_at_its_place_once() -> None:
    edited = after(rewrite(TALK, [0], ["we all met at the harbour"]))
    assert texts(carry_corrections(TALK, edited, LATER))[0] == "we all met at the arbour"
    edited = after(inserted(TALK, ["quite so"], speaker=BEN.id, after=2))
    assert texts(carry_corrections(TALK, edited, LATER))[2] == "quite so"
    word = Word("so", edited.turns[3].words[1].start_ms, edited.turns[3].words[1].end_ms)
    heard_too = (*LATER.turns[:3], replace(LATER.turns[2], start_ms=word.start_ms, words=(word,)), *LATER.turns[3:])
    found = carry_corrections(TALK, edited, replace(LATER, turns=heard_too))
    assert texts(found) == ["we met at the arbour", "and then it reigned", "quite so", "nobody else"]


def test_what_was_deleted_stays_deleted() -> None:
    edited = after(turn_acts.delete(TALK, [2]))
    assert texts(carry_corrections(TALK, edited, LATER)) == ["we met at the arbour", "nobody else"]
    nothing = after(turn_acts.delete(TALK, [0, 2, 3]))
    assert texts(carry_corrections(TALK, nothing, LATER)) == []


def test_words_that_were_given_away_are_heard_anew_and_stay_given() -> None:
    edited = after(turn_acts.give(TALK, WordStretch(0, 3, 0, 5), BEN.id))
    found = carry_corrections(TALK, edited, LATER)
    assert texts(found)[:2] == ["we met at", "the arbour"]
    assert (of(found, 0), of(found, 1)) == (ANNA.name, BEN.name)


def test_what_is_off_the_record_stays_so() -> None:
    edited = after(word_acts.mark(TALK, WordStretch(0, 3, 0, 5), Mark.OFF_RECORD))
    words = carry_corrections(TALK, edited, LATER).turns[0].words
    assert [Mark.OFF_RECORD in word.marks for word in words] == [False, False, False, True, True]
    assert words[4].text == "arbour"


def test_whoever_a_person_brought_in_comes_along() -> None:
    edited = after(turn_acts.give_to_new_speaker(TALK, WordStretch.of_turn(TALK, 3)))
    found = carry_corrections(TALK, edited, LATER)
    assert [each.name for each in found.speakers] == ["Anna", "Ben", "Speaker 3"]
    assert of(found, 2) == "Speaker 3"
