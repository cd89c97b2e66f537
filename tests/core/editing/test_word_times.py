"""Words that were changed, and the times of those that were not."""

from hypothesis import given
from hypothesis import strategies as st
from transcripts import TEXTS, turns

from desktop_app.core.editing.word_times import retime
from desktop_app.core.transcript.values import Mark, Turn, Word

SENTENCE = tuple(Word(text, 100 * n, 100 * n + 80, 0.5) for n, text in enumerate(["we", "met", "at", "the", "harbour"]))


def retimed(text: str, old: tuple[Word, ...] = SENTENCE) -> list[Word]:
    return [each.word for each in retime(old, text.split(), start_ms=0, end_ms=1000)]


def test_what_is_the_same_is_the_same_object() -> None:
    assert all(one is other for one, other in zip(retimed("we met at the harbour"), SENTENCE, strict=True))


def test_case_and_punctuation_change_no_time() -> None:
    assert retimed("We met at the harbour.")[4] == Word("harbour.", 400, 480, 0.5)


def test_another_word_has_the_time_of_the_one_it_replaces_and_says_that_a_person_wrote_it() -> None:
    found = retimed("we met at the office")
    assert found[4] == Word("office", 400, 480, 1.0, estimated=True)
    assert found[:4] == list(SENTENCE[:4])


def test_several_share_the_time_of_one_by_their_letters() -> None:
    found = retimed("we met at the old port")
    assert [(word.start_ms, word.end_ms) for word in found[4:]] == [(400, 434), (434, 480)]


def test_one_has_the_time_of_several() -> None:
    assert retimed("we met there")[2] == Word("there", 200, 480, 1.0, estimated=True)


def test_a_word_between_others_has_the_pause_between_them() -> None:
    assert retimed("we once met at the harbour")[1] == Word("once", 80, 100, 1.0, estimated=True)


def test_a_word_where_there_is_no_pause_takes_no_time_from_others() -> None:
    old = (Word("we", 0, 100), Word("met", 100, 200))
    found = retimed("we once met", old)
    assert (found[0], found[2]) == old
    assert found[1] == Word("once", 50, 100, 1.0, estimated=True)


def test_what_replaces_marked_words_has_their_mark() -> None:
    mark = frozenset({Mark.OFF_RECORD})
    old = (Word("call", 0, 100), Word("anna", 100, 200, marks=mark), Word("smith", 200, 300, marks=mark))
    assert retimed("call berta", old)[1].marks == mark


def test_ten_thousand_words_of_which_all_are_others_are_one_stretch() -> None:
    old = tuple(Word(f"a{n}", n, n + 1) for n in range(10_000))
    found = retimed(" ".join(f"b{n}" for n in range(10_000)), old)
    assert len(found) == 10_000
    assert found[0].start_ms == 0


@given(st.data())
def test_whatever_is_typed_starts_are_in_order_and_kept_words_keep_their_times(data: st.DataObject) -> None:
    turn: Turn = data.draw(turns("S1", 1000, least=1))
    texts = data.draw(st.lists(st.one_of(TEXTS, st.just("new")), max_size=9))
    found = retime(turn.words, texts, start_ms=turn.start_ms, end_ms=turn.end_ms)
    assert [each.word.text for each in found] == texts
    starts = [each.word.start_ms for each in found]
    assert starts == sorted(starts)
    for each in found:
        if each.word.confidence == 1.0:
            assert each.word.estimated
            assert each.word.end_ms > each.word.start_ms
        else:
            source = turn.words[each.source]
            assert (each.word.start_ms, each.word.end_ms) == (source.start_ms, source.end_ms)


@given(st.data())
def test_one_new_word_leaves_all_others_as_they_are(data: st.DataObject) -> None:
    turn: Turn = data.draw(turns("S1", 1000, least=1))
    texts = [word.text for word in turn.words]
    place = data.draw(st.integers(0, len(texts)))
    found = [each.word for each in retime(turn.words, [*texts[:place], "new", *texts[place:]], start_ms=0, end_ms=9000)]
    assert tuple(found[:place] + found[place + 1 :]) == turn.words


def test_new_words_begin_no_sooner_than_what_they_replace_where_the_next_was_said_before() -> None:
    old = [Word("so", 100, 200), Word("so", 200, 300), Word("no", 50, 90)]
    found = [each.word for each in retime(old, ["so", "the", "no"], start_ms=0, end_ms=300)]
    assert [(word.text, word.start_ms) for word in found] == [("so", 100), ("the", 200), ("no", 50)]
    found = [each.word for each in retime(old, ["so", "so", "then", "no"], start_ms=0, end_ms=300)]
    assert found[2].start_ms >= 200
