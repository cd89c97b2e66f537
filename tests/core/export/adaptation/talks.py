"""Short talks to adapt."""

from desktop_app.core.transcript.values import AudioSource, Mark, Span, Speaker, Transcript, Turn, Word


def words(*said: tuple[str, int, int] | tuple[str, int, int, Mark]) -> tuple[Word, ...]:
    return tuple(Word(each[0], each[1], each[2], 0.5, marks=frozenset(each[3:])) for each in said)


def turn(speaker: str, *said: tuple[str, int, int] | tuple[str, int, int, Mark]) -> Turn:
    spoken = words(*said)
    start_ms, end_ms = spoken[0].start_ms, max(word.end_ms for word in spoken)
    return Turn(speaker, start_ms, end_ms, spoken, (Span(start_ms, end_ms),))


def talk(*turns: Turn, names: tuple[str, ...] = ("Anna", "Ben"), file: str = "talk.wav") -> Transcript:
    speakers = tuple(Speaker(f"S{at}", name, at) for at, name in enumerate(names))
    return Transcript(AudioSource(file, 100_000), speakers, turns)


def one(text: str, names: tuple[str, ...] = ("Anna", "Ben")) -> Transcript:
    """A turn of the first speaker: each word takes a second."""
    said = [(word, 1000 * at, 1000 * at + 1000) for at, word in enumerate(text.split())]
    return talk(turn("S0", *said), names=names)


def texts(transcript: Transcript) -> list[str]:
    return [each.text for each in transcript.turns]
