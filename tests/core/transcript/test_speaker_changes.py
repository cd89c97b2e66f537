"""What another decision on who speaks has changed is told word by word."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.transcript.speaker_changes import SpeakerChange, speaker_changes
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

SPEAKERS = tuple(Speaker(f"S{number}", f"Speaker {number}", number - 1) for number in range(1, 4))


def turn(speaker: str, start_ms: int, *texts: str) -> Turn:
    """A turn whose words take 100 ms each."""
    words = tuple(Word(text, start_ms + 100 * at, start_ms + 100 * (at + 1)) for at, text in enumerate(texts))
    return Turn(speaker, start_ms, start_ms + 100 * len(texts), words, (Span(start_ms, start_ms + 100 * len(texts)),))


def talk(*turns: Turn) -> Transcript:
    return Transcript(AudioSource("talk.wav", 60_000), SPEAKERS, turns)


BEFORE = talk(
    turn("S1", 0, "so", "what", "now."), turn("S2", 500, "i", "do", "not", "know."), turn("S1", 1000, "Well.", "Then.")
)


def test_the_same_transcript_has_no_changes() -> None:
    assert speaker_changes(BEFORE, BEFORE) == ()


def test_turns_that_went_are_counted_and_placed() -> None:
    first, second, third = BEFORE.turns
    after = talk(replace(first, speaker="S3"), second, replace(third, speaker="S3"))
    assert speaker_changes(BEFORE, after) == (
        SpeakerChange("S1", "S3", turns=2, whole_turns=2, words=5, spans=(Span(0, 300), Span(1000, 1200))),
    )


def test_a_turn_of_which_a_part_went_is_no_whole_one_and_those_with_most_words_come_first() -> None:
    first, _, third = BEFORE.turns
    parts = turn("S2", 500, "i"), turn("S3", 600, "do", "not"), turn("S2", 800, "know.")
    after = talk(first, *parts, replace(third, speaker="S2", words=third.words[:1]))
    assert speaker_changes(BEFORE, after) == (
        SpeakerChange("S2", "S3", turns=1, whole_turns=0, words=2, spans=(Span(600, 800),)),
        SpeakerChange("S1", "S2", turns=1, whole_turns=0, words=1, spans=(Span(1000, 1100),)),
    )


def test_two_parts_of_one_turn_are_two_places_and_one_turn() -> None:
    after = talk(BEFORE.turns[0], turn("S3", 500, "i"), turn("S2", 600, "do", "not"), turn("S3", 800, "know."))
    (change,) = speaker_changes(BEFORE, after)
    assert (change.turns, change.words, change.spans) == (1, 2, (Span(500, 600), Span(800, 900)))


def test_a_word_that_was_written_anew_is_known_by_its_times() -> None:
    after = talk(turn("S3", 0, "So", "what", "now?"), *BEFORE.turns[1:])
    (change,) = speaker_changes(BEFORE, after)
    assert (change.from_speaker, change.to_speaker, change.words, change.whole_turns) == ("S1", "S3", 3, 1)


def test_a_speaker_who_only_has_another_name_is_no_change() -> None:
    named = replace(BEFORE, speakers=tuple(replace(each, name=f"{each.name}, at last") for each in SPEAKERS))
    assert speaker_changes(BEFORE, named) == ()


WORDS = st.lists(
    st.tuples(st.sampled_from(["yes", "no"]), st.integers(0, 3), st.sampled_from(["S1", "S2", "S3"])), max_size=15
)


@given(WORDS, st.lists(st.sampled_from(["S1", "S2", "S3"]), min_size=15, max_size=15))
def test_as_many_words_are_told_as_other_speakers_have_now(
    drawn: list[tuple[str, int, str]], owners: list[str]
) -> None:
    before = [Turn(speaker, at, at, (Word(text, at, at),)) for text, at, speaker in drawn]
    after = [replace(each, speaker=owner) for each, owner in zip(before, owners, strict=False)]
    changes = speaker_changes(talk(*before), talk(*after))
    balance: Counter[str] = Counter(each.speaker for each in before)
    for change in changes:
        balance[change.from_speaker] -= change.words
        balance[change.to_speaker] += change.words
    assert +balance == Counter(each.speaker for each in after)
    assert sum(change.words for change in changes) <= len(before)
