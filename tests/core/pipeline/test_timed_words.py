from desktop_app.core.pipeline.timed_words import MAX_SENTENCE_MS, MAX_TURN_MS, parts_of_words
from desktop_app.core.transcript.values import Word


def words(*texts_and_starts: tuple[str, int]) -> list[Word]:
    return [Word(text, start_ms, start_ms + 300) for text, start_ms in texts_and_starts]


def turns(said: list[Word]) -> list[str]:
    parts = parts_of_words(said)
    numbers = sorted({part.turn for part in parts})
    return [" ".join(part.word.text for part in parts if part.word and part.turn == number) for number in numbers]


def test_words_without_a_long_pause_could_be_one_turn() -> None:
    assert turns(words(("Good", 0), ("morning.", 400), ("Well?", 1900))) == ["Good morning. Well?"]


def test_a_long_pause_ends_a_turn() -> None:
    assert turns(words(("Good", 0), ("morning.", 400), ("Well?", 2400))) == ["Good morning.", "Well?"]


def test_a_long_turn_ends_with_a_sentence() -> None:
    said = words(*((f"word{at}." if at % 10 == 9 else "word", 400 * at) for at in range(80)))
    assert [len(turn.split()) for turn in turns(said)] == [60, 20]
    assert 50 * 400 - 100 < MAX_TURN_MS < 60 * 400


def test_a_turn_without_an_end_of_a_sentence_ends_all_the_same() -> None:
    said = words(*(("word", 400 * at) for at in range(150)))
    assert [len(turn.split()) for turn in turns(said)] == [MAX_SENTENCE_MS // 400 + 1, 150 - MAX_SENTENCE_MS // 400 - 1]


def test_every_word_has_a_place_of_its_own_even_one_without_length() -> None:
    (part,) = parts_of_words([Word("I", 500, 500, confidence=0.5)])
    assert (part.start_ms, part.end_ms, part.from_ms, part.to_ms) == (500, 501, 500, 501)
    assert part.word == Word("I", 500, 500, confidence=0.5)


def test_no_words_have_no_parts() -> None:
    assert parts_of_words([]) == []
