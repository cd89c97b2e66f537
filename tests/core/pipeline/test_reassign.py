"""Under a new clustering the words stay, and their speakers change."""

from dataclasses import replace
from itertools import count, pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.core.pipeline.reassign import reassign
from desktop_app.core.pipeline.regions import Region
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers, speech_of
from desktop_app.core.transcript.values import Speaker, Transcript, Word
from pipeline.scripted_talks import Piece, diarized, renumbered, spoken, talk

# Properties.


@st.composite
def talks(draw: st.DrawFn) -> tuple[list[Piece], list[int], Transcript]:
    """Pieces, the speakers they were given to, and the transcript made of that."""
    pieces, at_ms = [], 0
    for _ in range(draw(st.integers(1, 12))):
        at_ms = max(0, at_ms + draw(st.integers(-1500, 3000)))
        pieces.append(Piece(at_ms, at_ms + draw(st.integers(100, 15_000))))
        at_ms = pieces[-1].end_ms
    speakers = [draw(st.integers(0, 3)) for _ in pieces]
    numbers = count()

    def words_of(region: Region) -> list[Word]:
        words = []
        start_ms = max(0, region.start_ms + draw(st.integers(-150, 150)))
        for _ in range(draw(st.integers(0, 12))):
            end_ms = start_ms + draw(st.integers(0, 1500))
            words.append(Word(f"{next(numbers)}{draw(st.sampled_from(['', '', '.']))}", start_ms, end_ms))
            start_ms = end_ms + draw(st.integers(0, 300))
        return words

    return pieces, speakers, talk(diarized(pieces, speakers), words_of)


OTHERS = st.lists(st.integers(0, 3), min_size=12, max_size=12)


def words(transcript: Transcript) -> list[Word]:
    return [word for turn in transcript.turns for word in turn.words]


@settings(deadline=None, max_examples=50)
@given(talks(), OTHERS)
def test_no_word_is_lost_or_changed_and_each_keeps_its_place_among_its_neighbours(
    made: tuple[list[Piece], list[int], Transcript], others: list[int]
) -> None:
    pieces, _, before = made
    after = reassign(before, diarized(pieces, others[: len(pieces)]))
    assert sorted(words(after), key=lambda w: w.text) == sorted(words(before), key=lambda w: w.text)
    place = {word.text: at for at, word in enumerate(words(after))}
    for turn in before.turns:
        by_speaker: dict[str, list[int]] = {}
        owners = {word.text: each.speaker for each in after.turns for word in each.words}
        for word in turn.words:
            by_speaker.setdefault(owners[word.text], []).append(place[word.text])
        assert all(places == sorted(places) for places in by_speaker.values())
    assert all(
        turn.start_ms <= word.start_ms <= word.end_ms <= turn.end_ms for turn in after.turns for word in turn.words
    )


@settings(deadline=None, max_examples=50)
@given(talks(), OTHERS)
def test_turns_are_ordered_and_hold_exactly_the_speech_of_the_new_timeline(
    made: tuple[list[Piece], list[int], Transcript], others: list[int]
) -> None:
    pieces, _, before = made
    new = diarized(pieces, others[: len(pieces)])
    after = reassign(before, new)
    assert all((a.start_ms, a.end_ms) <= (b.start_ms, b.end_ms) for a, b in pairwise(after.turns))
    spans = [span for turn in after.turns for span in turn.speech]
    assert sum(span.duration_ms for span in spans) == sum(each.end_ms - each.start_ms for each in new.full)
    for number, speaker in enumerate(after.speakers):
        heard = [(span.start_ms, span.end_ms) for span in speech_of(after, speaker.id)]
        assert heard == [(each.start_ms, each.end_ms) for each in new.full if each.speaker == number]


@settings(deadline=None, max_examples=50)
@given(talks())
def test_the_clustering_it_was_made_with_gives_the_same_transcript(
    made: tuple[list[Piece], list[int], Transcript],
) -> None:
    pieces, speakers, before = made
    assert reassign(before, diarized(pieces, speakers)) == before


@settings(deadline=None, max_examples=50)
@given(talks(), OTHERS)
def test_doing_it_twice_is_doing_it_once(made: tuple[list[Piece], list[int], Transcript], others: list[int]) -> None:
    pieces, _, before = made
    new = diarized(pieces, others[: len(pieces)])
    once = reassign(before, new)
    assert words(reassign(once, new)) == words(once)
    assert reassign(once, new).speakers == once.speakers


@settings(deadline=None, max_examples=50)
@given(talks(), OTHERS, st.permutations(range(4)))
def test_how_the_speakers_are_numbered_does_not_matter(
    made: tuple[list[Piece], list[int], Transcript], others: list[int], order: list[int]
) -> None:
    pieces, _, before = made
    new = diarized(pieces, others[: len(pieces)])
    assume(len({(s.start_ms, s.end_ms) for s in new.full}) == len(new.full))
    assume(len({s.end_ms - s.start_ms for s in new.full}) == len(new.full))
    other = renumbered(new.full, {number: order[number] for number in range(new.speakers)})
    assert reassign(before, other) == reassign(before, new)


# Who is who.

THREE = [Piece(0, 6000), Piece(7000, 12_000), Piece(13_000, 16_000)]


def counting(region: Region) -> tuple[Word, ...]:
    return spoken("one two three.", region.start_ms)


def named(transcript: Transcript, *names: str) -> Transcript:
    speakers = (replace(each, name=name) for each, name in zip(transcript.speakers, names, strict=True))
    return replace(transcript, speakers=tuple(speakers))


def test_speakers_keep_id_name_and_colour_with_the_voice_they_share_most_time_with() -> None:
    before = named(talk(diarized(THREE, [0, 1, 2]), counting), "Anna", "Ben", "Cleo")
    after = reassign(before, diarized(THREE, [0, 1, 1]))
    assert after.speakers == before.speakers[:2]
    assert [turn.speaker for turn in after.turns] == ["S1", "S2"]


def test_a_speaker_nobody_knew_gets_a_free_id_name_and_colour() -> None:
    before = named(talk(diarized(THREE, [0, 1, 1]), counting), "Speaker 3", "Ben")
    after = reassign(before, diarized(THREE, [0, 1, 2]))
    assert after.speakers == (*before.speakers, Speaker("S4", "Speaker 4", 2))


def test_a_newcomer_takes_the_lowest_number_that_nobody_in_the_result_has() -> None:
    original = talk(diarized(THREE, [0, 1, 1]), counting)
    away = [KnownSpeaker(Speaker(f"S{number}", f"Speaker {number}", number), ()) for number in range(3, 7)]
    after = reassign(original, diarized(THREE, [0, 1, 2]), known=[*known_speakers(original), *away])
    assert after.speakers[-1] == Speaker("S7", "Speaker 3", 2)


def test_who_was_there_in_an_earlier_clustering_comes_back_by_name() -> None:
    original = talk(diarized(THREE, [0, 0, 0]), counting)
    dora = KnownSpeaker(Speaker("S7", "Dora", 5), speech_of(talk(diarized(THREE, [0, 1, 0]), counting), "S2"))
    after = reassign(original, diarized(THREE, [0, 1, 2]), known=[*known_speakers(original), dora])
    assert [speaker.name for speaker in after.speakers] == ["Speaker 1", "Dora", "Speaker 2"]


def test_the_names_follow_the_best_match_of_all_not_the_first_that_fits() -> None:
    before = named(talk(diarized(THREE, [0, 1, 1]), counting), "Anna", "Ben")
    after = reassign(before, diarized(THREE, [0, 0, 1]))
    assert [speaker.name for speaker in after.speakers] == ["Anna", "Ben"]
    assert [after.speaker(turn.speaker).name for turn in after.turns] == ["Anna", "Ben"]


# Turns.


def test_a_turn_of_two_people_is_cut_between_their_words() -> None:
    pieces = [Piece(0, 4000), Piece(4000, 8000)]
    before = talk(diarized(pieces, [0, 0]), lambda _: spoken("so what did you say. i said that it was late", 0, 700))
    after = reassign(before, diarized(pieces, [0, 1]))
    assert [turn.text for turn in after.turns] == ["so what did you say.", "i said that it was late"]
    assert [turn.speech for turn in after.turns] == [speech_of(after, "S1"), speech_of(after, "S2")]


def test_a_sentence_is_not_torn_for_a_word_or_two() -> None:
    pieces = [Piece(0, 2000), Piece(2000, 2700), Piece(2700, 6000)]
    before = talk(diarized(pieces, [0, 0, 0]), lambda _: spoken("that was not at all what i meant", 0, 700))
    after = reassign(before, diarized(pieces, [0, 1, 0]))
    (turn,) = after.spoken_turns()
    assert turn.text == "that was not at all what i meant"
    assert turn.speech == speech_of(after, "S1")
    assert turn.overlap is False
    assert speech_of(after, "S2")[0].start_ms == 2000


def test_a_sentence_of_one_word_may_be_somebody_else_s() -> None:
    pieces = [Piece(0, 2100), Piece(2100, 2800), Piece(2800, 6000)]
    before = talk(diarized(pieces, [0, 0, 0]), lambda _: spoken("that was it. Yes. And then we went", 0, 700))
    after = reassign(before, diarized(pieces, [0, 1, 0]))
    assert [turn.text for turn in after.turns] == ["that was it.", "Yes.", "And then we went"]


def test_turns_of_people_who_are_one_are_joined_unless_there_is_a_long_pause_or_it_gets_too_long() -> None:
    pieces = [Piece(0, 8000), Piece(8200, 15_000), Piece(15_100, 24_000), Piece(26_000, 27_000)]
    before = talk(diarized(pieces, [0, 1, 2, 3]), counting)
    after = reassign(before, diarized(pieces, [0, 0, 0, 0]))
    assert [turn.start_ms for turn in after.turns] == [0, 15_100, 26_000]
    assert after.turns[0].text == "one two three. one two three."


def test_turns_that_a_pause_parted_stay_apart() -> None:
    pieces = [Piece(0, 2000), Piece(4000, 6000), Piece(6000, 9000)]
    before = talk(diarized(pieces, [0, 0, 1]), counting)
    after = reassign(before, diarized(pieces, [0, 0, 0]))
    assert [turn.start_ms for turn in after.turns] == [0, 4000]


def test_words_keep_their_times_where_they_reach_beyond_their_speaker_s_speech() -> None:
    pieces = [Piece(0, 3000), Piece(3000, 6000)]
    before = talk(diarized(pieces, [0, 0]), lambda _: (Word("Here.", 0, 2800), Word("There.", 2900, 5900)))
    after = reassign(before, diarized(pieces, [0, 1]))
    assert [(turn.start_ms, turn.words[0].start_ms) for turn in after.turns] == [(0, 0), (2900, 2900)]


def test_a_diarization_without_speech_changes_nothing() -> None:
    before = talk(diarized(THREE, [0, 1, 2]), counting)
    assert reassign(before, diarized([], [])) is before


def test_words_that_lie_in_no_speech_go_to_who_speaks_nearest() -> None:
    before = talk(diarized([Piece(0, 9000)], [0]), lambda _: spoken("one two three four five six", 0, 1500))
    after = reassign(before, diarized([Piece(0, 1000), Piece(8500, 9000)], [0, 1]))
    assert [turn.text for turn in after.spoken_turns()] == ["one two three", "four five six"]
    assert words(after) == words(before)
