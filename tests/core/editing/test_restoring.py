"""What the machine wrote comes back, of a passage, a turn or all; nothing else is touched."""

from dataclasses import replace

from edited_talks import edited_talks
from hypothesis import given, settings
from hypothesis import strategies as st
from talking import ANNA, BEN, TALK, of, texts
from transcripts import require_sound

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.differences import Differences, differences
from desktop_app.core.editing.restoring import restore, restore_all, restore_turn
from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.editing.turn_edits import Act, ChangeTurns, Several
from desktop_app.core.export.json_fields import Field
from desktop_app.core.project.steps import kind_of
from desktop_app.core.transcript.edits import Edit, MergeSpeakers
from desktop_app.core.transcript.values import AudioSource, Mark, Span, Transcript, Turn, Word

Talks = tuple[Transcript, Transcript]


def after(edit: Edit | None, now: Transcript = TALK) -> Transcript:
    assert edit is not None
    return edit.apply(now)


def whose(transcript: Transcript) -> list[tuple[str, Word]]:
    said = [(turn.speaker, word) for turn in transcript.turns for word in turn.words]
    return sorted(said, key=repr)


def back(now: Transcript, words: WordStretch, machine: Transcript = TALK) -> Transcript:
    return after(restore(machine, now, differences(machine, now), words), now)


@settings(max_examples=150, deadline=None)
@given(edited_talks())
def test_all_restored_gives_the_machine_s_words_and_speakers_and_can_be_undone(talks: Talks) -> None:
    machine, now = talks
    edit = restore_all(machine, now)
    if edit is None:
        assert now.turns == machine.turns
        return
    assert isinstance(edit, ChangeTurns | Several)
    assert edit.act is Act.RESTORE
    found = edit.apply(now)
    assert found.turns == machine.turns
    assert differences(machine, found).count() == 0
    assert edit.revert(found) == now
    assert Field(kind_of(edit).pack(edit, None)).value  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(edited_talks(), st.data())
def test_what_is_chosen_comes_back_and_the_rest_is_bit_equal(talks: Talks, data: st.DataObject) -> None:
    machine, now = talks
    spoken = [place for place, turn in enumerate(now.turns) if turn.words]
    if not spoken:
        return
    first, last = sorted((data.draw(st.sampled_from(spoken)), data.draw(st.sampled_from(spoken))))
    low = data.draw(st.integers(0, len(now.turns[first].words)))
    high = data.draw(st.integers(low if first == last else 0, len(now.turns[last].words)))
    found = differences(machine, now)
    edit = restore(machine, now, found, WordStretch(first, low, last, high))
    if edit is None:
        return
    restored = edit.apply(now)
    require_sound(restored)
    assert edit.revert(restored) == now
    assert _words_that_differ(found) > _words_that_differ(differences(machine, restored))
    outside = [place for place in range(len(now.turns)) if not first <= place <= last]
    kept = [(turn.speaker, word) for place in outside for turn in [now.turns[place]] for word in turn.words]
    left = whose(restored)
    for each in kept:
        left.remove(each)
    theirs = [(turn.speaker, word) for turn in machine.turns for word in turn.words]
    inside = [(turn.speaker, word) for turn in now.turns[first : last + 1] for word in turn.words]
    assert all(each in theirs or each in inside for each in left)


@settings(max_examples=150, deadline=None)
@given(edited_talks())
def test_every_turn_restored_one_after_the_other_gives_all_words_and_speakers_back(talks: Talks) -> None:
    machine, now = talks
    for _ in range(40):
        found = differences(machine, now)
        wrong = [place for place in range(len(now.turns)) if found.of_turn(place)]
        if not wrong:
            break
        now = after(restore_turn(machine, now, found, wrong[0]), now)
    if any(turn.words for turn in now.turns):
        assert whose(now) == whose(machine)


def _words_that_differ(found: Differences) -> int:
    """Of both transcripts. Not the stretches: a changed one may be an added and a removed one, once what was beside it
    is back in another turn."""
    differing = [each for turn in range(len(found.stretches)) for each in found.of_turn(turn)]
    theirs = [run for each in differing for run in each.machine]
    return sum(each.end - each.first for each in (*differing, *theirs, *found.nowhere))


def at_once(*turns: tuple[str, int]) -> Transcript:
    """Speakers who say 'so' so many times in the same moment, and once a second later."""
    moment, later = Word("so", 1000, 1000), Word("so", 2000, 2000)
    said = ((speaker, (moment,) * times + (later,)) for speaker, times in turns)
    made = (Turn(speaker, 1000, 2000, words, (Span(1000, 2000),)) for speaker, words in said)
    return Transcript(AudioSource("talk.wav", 3000), TALK.speakers, tuple(made))


def test_equal_words_of_one_moment_go_back_to_whoever_said_them() -> None:
    machine, now = at_once((ANNA.id, 5), (BEN.id, 2)), at_once((ANNA.id, 6), (BEN.id, 1))
    found = back(now, WordStretch.of_turn(now, 0), machine)
    assert whose(found) == whose(machine)
    assert differences(machine, found).count() == 0


def test_a_changed_word_beside_others_that_come_back_to_their_turn_is_added_there_and_removed_here() -> None:
    now = after(turn_acts.give(TALK, WordStretch.of_turn(TALK, 0), BEN.id))
    now = after(word_acts.make_inaudible(now, WordStretch(0, 0, 0, 2), "(inaudible)"), now)
    found = differences(TALK, now)
    restored = back(now, WordStretch(0, 1, 0, 5))
    assert [turn.text for turn in restored.turns[:2]] == ["(inaudible)", "at the harbour"]
    assert found.count() == differences(TALK, restored).count() == 2
    assert _words_that_differ(found) > _words_that_differ(differences(TALK, restored))


def test_a_word_that_was_typed_over_comes_back_with_its_time_and_the_other_stays() -> None:
    now = after(rewrite(TALK, [0], ["we sailed at the harbor"]))
    found = back(now, WordStretch(0, 1, 0, 2))
    assert found.turns[0].text == "we met at the harbor"
    assert found.turns[0].words[1] == TALK.turns[0].words[1]
    assert found.turns[0].words[4] is now.turns[0].words[4]


def test_the_last_passage_restored_makes_the_turn_the_machine_s_own() -> None:
    now = after(rewrite(TALK, [0], ["we met at the harbor"]))
    assert back(now, WordStretch(0, 4, 0, 5)).turns[0] is TALK.turns[0]


def test_a_caret_between_words_restores_what_was_removed_there() -> None:
    now = after(rewrite(TALK, [0], ["we met harbour"]))
    assert back(now, WordStretch(0, 2, 0, 2)).turns == TALK.turns
    edit = restore(TALK, now, differences(TALK, now), WordStretch(0, 0, 0, 1))
    assert edit is None


def test_a_deleted_turn_comes_back_as_a_turn_of_its_own() -> None:
    now = after(turn_acts.delete(TALK, [2]))
    edit = restore_turn(TALK, now, differences(TALK, now), 0)
    assert after(edit, now).turns == TALK.turns


def test_words_that_went_over_a_border_go_back_into_their_turn() -> None:
    now = after(turn_acts.set_border(TALK, 0, 2, 3))
    assert texts(now)[:2] == ["we met at", "the harbour and then it rained"]
    found = back(now, WordStretch.of_turn(now, 1))
    assert [each for each in found.turns if each.words] == [each for each in TALK.turns if each.words]


def test_of_words_given_away_one_comes_back_with_its_speaker() -> None:
    now = after(turn_acts.give(TALK, WordStretch.of_turn(TALK, 0), BEN.id))
    found = back(now, WordStretch(0, 0, 0, 1))
    assert found.turns[0] is TALK.turns[0]


def test_a_typed_turn_goes_and_a_mark_goes() -> None:
    now = after(inserted(TALK, ["quite so"], speaker=BEN.id, after=2))
    assert back(now, WordStretch.of_turn(now, 3)).turns == TALK.turns
    now = after(word_acts.mark(TALK, WordStretch(0, 1, 0, 2), Mark.UNCERTAIN))
    assert back(now, WordStretch.of_turn(now, 0)).turns[0] is TALK.turns[0]


def test_whoever_was_made_one_with_another_is_there_again_under_the_newest_names() -> None:
    now = MergeSpeakers.of(TALK, kept=ANNA.id, gone=BEN.id).apply(TALK)
    now = replace(now, speakers=(replace(now.speakers[0], name="Anna Berg"),))
    found = back(now, WordStretch.of_turn(now, 2))
    assert [each.name for each in found.speakers] == ["Anna Berg", "Ben"]
    assert (of(found, 0), of(found, 1)) == ("Anna Berg", "Ben")
    assert [each.name for each in after(restore_all(TALK, now), now).speakers] == ["Anna Berg", "Ben"]
    assert restore_all(TALK, TALK) is None
