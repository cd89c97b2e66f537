"""The ranked list: what is in it, what is not, and in which order."""

from dataclasses import replace

import pytest
from any_talk import spans, talk, transcripts, turn, words
from hypothesis import given

from desktop_app.core.doubt.cutting import MOST_WORDS
from desktop_app.core.doubt.doubtful_passages import LEAST_SCORE, doubtful_passages
from desktop_app.core.doubt.values import Passage, Reason
from desktop_app.core.transcript.values import Span, Transcript, Turn

SURE = "We met them at the station on a quiet afternoon and then walked home."


def reasons_of(passage: Passage) -> list[Reason]:
    return [each.reason for each in passage.reasons]


def unsure(heard: Turn, *confidences: float) -> Turn:
    said = tuple(replace(word, confidence=sure) for word, sure in zip(heard.words, confidences, strict=True))
    return replace(heard, words=said)


def test_words_that_the_engine_is_unsure_of_come_first() -> None:
    heard = turn("S1", SURE, confidence=0.99)
    said = tuple(replace(word, confidence=0.2) if word.text == "station" else word for word in heard.words)
    first = doubtful_passages(talk(replace(heard, words=said)))[0]
    assert "station" in [word.text for word in said[first.first_word : first.end_word]]
    assert reasons_of(first)[0] is Reason.CONFIDENCE


def test_plain_speech_of_a_known_voice_is_not_doubted() -> None:
    assert doubtful_passages(talk(turn("S1", SURE, confidence=0.995))) == ()


def test_a_sentence_has_one_passage_at_most() -> None:
    heard = turn("S1", f"{SURE} {SURE}", confidence=0.4)
    passages = doubtful_passages(talk(heard))
    assert len(passages) == 2
    assert {each.first_word // 14 for each in passages} == {0, 1}


def test_what_a_person_typed_is_certain() -> None:
    assert doubtful_passages(talk(unsure(turn("S1", "quite wrong here"), 0.1, 0.1, 0.1)))
    assert not doubtful_passages(talk(unsure(turn("S1", "quite wrong here"), 1.0, 1.0, 1.0)))
    (passage,) = doubtful_passages(talk(unsure(turn("S1", "quite wrong here"), 1.0, 1.0, 0.1)))
    assert (passage.first_word, passage.end_word) == (2, 3)


def test_typed_words_alone_do_not_make_an_engine_tell_how_sure_it_is() -> None:
    islands = talk(turn("S1", SURE), turn("S2", "Yes.", 5000, overlap=True, margin=0.0), turn("S1", SURE, 6000))
    corrected = replace(islands.turns[0], words=words(SURE, confidence=1.0))
    typed = replace(islands, turns=(corrected, *islands.turns[1:]))
    scores = [{each.turn: each.score for each in doubtful_passages(each)} for each in (islands, typed)]
    assert scores[0][1] == scores[1][1]


def test_what_is_settled_is_left_out() -> None:
    heard = talk(turn("S1", "quite wrong here", confidence=0.1))
    assert not doubtful_passages(heard, settled=[Span(0, 900)])
    (passage,) = doubtful_passages(heard, settled=[Span(0, 400)])
    assert passage.first_word == 1


def test_words_that_another_engine_heard_otherwise_are_doubted() -> None:
    heard = talk(turn("S1", SURE))
    assert not any(Reason.HEARD_OTHERWISE in reasons_of(each) for each in doubtful_passages(heard))
    assert not doubtful_passages(heard, heard_otherwise=words(SURE))
    other = words(SURE.replace("station on", "nation in"))
    (passage,) = doubtful_passages(heard, heard_otherwise=other)
    assert "station" in [word.text for word in heard.turns[0].words[passage.first_word : passage.end_word]]
    assert reasons_of(passage)[0] is Reason.HEARD_OTHERWISE


def test_a_short_turn_under_anothers_speech_is_doubted() -> None:
    first, second = turn("S1", SURE), turn("S1", SURE, 4700)
    between = turn("S2", "Yeah.", 4200, margin=0.02, overlap=True)
    passage = doubtful_passages(talk(first, between, second))[0]
    assert passage.turn == 1
    assert {Reason.MARGIN, Reason.OVERLAP, Reason.ISLAND, Reason.FEW_WORDS} < set(reasons_of(passage))


@given(transcript=transcripts(), settled=spans())
def test_passages_are_ranked_disjoint_and_inside_their_turns(transcript: Transcript, settled: list[Span]) -> None:
    passages = doubtful_passages(transcript, settled=settled, heard_otherwise=words("yes the well"))
    taken: set[tuple[int, int]] = set()
    for passage in passages:
        said = transcript.turns[passage.turn].words[passage.first_word : passage.end_word]
        places = {(passage.turn, at) for at in range(passage.first_word, passage.end_word)}
        assert 0 < len(said) <= MOST_WORDS
        assert len(said) == len(places)
        assert not places & taken
        taken |= places
        assert passage.span == Span(min(w.start_ms for w in said), max(w.end_ms for w in said))
        assert LEAST_SCORE <= passage.score < 1
        assert sum(each.share for each in passage.reasons) == pytest.approx(1)
        assert all(word.confidence != 1.0 for word in said)
        assert not any(s.start_ms <= (w.start_ms + w.end_ms) / 2 <= s.end_ms for w in said for s in settled)
    assert [each.score for each in passages] == sorted((each.score for each in passages), reverse=True)


@given(transcript=transcripts())
def test_the_same_transcript_has_the_same_passages(transcript: Transcript) -> None:
    assert doubtful_passages(transcript) == doubtful_passages(transcript)


@given(transcript=transcripts())
def test_what_is_settled_stays_out_of_the_list(transcript: Transcript) -> None:
    first = doubtful_passages(transcript)
    seen = {(each.turn, at) for each in first for at in range(each.first_word, each.end_word)}
    left = doubtful_passages(transcript, settled=[each.span for each in first])
    assert not seen & {(each.turn, at) for each in left for at in range(each.first_word, each.end_word)}
