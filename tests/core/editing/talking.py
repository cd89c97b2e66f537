"""A short talk: Anna, a sound of Ben's without words, Ben, Anna."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

ANNA, BEN = Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1)


def _turn(speaker: Speaker, start_ms: int, end_ms: int, text: str) -> Turn:
    words = tuple(Word(word, start_ms + 100 * n, start_ms + 100 * n + 80, 0.6) for n, word in enumerate(text.split()))
    return Turn(speaker.id, start_ms, end_ms, words, (Span(start_ms, end_ms),), 0.2)


TALK = Transcript(
    AudioSource("talk.wav", 9000),
    (ANNA, BEN),
    (
        _turn(ANNA, 0, 1000, "we met at the harbour"),
        _turn(BEN, 2000, 2100, ""),
        _turn(BEN, 3000, 4000, "and then it rained"),
        _turn(ANNA, 5000, 6000, "nobody else"),
    ),
)


def texts(transcript: Transcript) -> list[str]:
    """What stands in the text."""
    return [turn.text for turn in transcript.turns if turn.words]


def of(transcript: Transcript, spoken: int) -> str:
    """Whose the turn is of which so many with words come before."""
    turns = [turn for turn in transcript.turns if turn.words]
    return transcript.speaker(turns[spoken].speaker).name


def at(transcript: Transcript, place: int, *, start_ms: int, words: Sequence[str], speaker: str) -> Transcript:
    """The transcript with other words in a turn."""
    owner = next(each for each in transcript.speakers if each.name == speaker)
    turn = _turn(owner, start_ms, start_ms + 100 * len(words), " ".join(words))
    turns = (*transcript.turns[:place], turn, *transcript.turns[place + 1 :])
    return replace(transcript, turns=turns)
