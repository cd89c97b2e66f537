"""Transcripts that break careless exports, by what is odd in them."""

from itertools import cycle, islice

from desktop_app.core.transcript.values import AudioSource, Mark, Span, Speaker, Transcript, Turn, Word

_NAMES = (
    "Anna Müller",
    'Dr. "Bo" O\'Neil',
    "שרה כהן",
    "🎤 Zoë 👩‍👩‍👧",
    "R&D <Sales>",
    "A --> B",
    "two\nlines",
    "x" * 200,
    "S01:",
    "=1+1",
    "a\tb;c,d|e",
    "",
)
_TEXTS = (
    "plain",
    "<b>&amp;</b>",
    "-->",
    "00:00:01,000",
    "[00:01]",
    "#00:00:01-0#",
    "שלום",
    "🎉",
    "a\nb",
    "=SUM(A1)",
    '"',
    "]]>",
)


def _turn(speaker: str, start_ms: int, texts: tuple[str, ...], *, marks: frozenset[Mark] = frozenset()) -> Turn:
    words = tuple(
        Word(text, start_ms + 300 * at, start_ms + 300 * at + 250, 0.5, marks=marks) for at, text in enumerate(texts)
    )
    end_ms = words[-1].end_ms
    return Turn(speaker, start_ms, end_ms, words, (Span(start_ms, end_ms),))


def _talk(turns: tuple[Turn, ...], names: tuple[str, ...] = ("Anna", "Ben"), file: str = "talk.wav") -> Transcript:
    speakers = tuple(Speaker(f"S{at}", name, at) for at, name in enumerate(names))
    last_ms = max((turn.end_ms for turn in turns), default=0)
    return Transcript(AudioSource(file, last_ms + 1000), speakers, turns)


def _odd_names() -> Transcript:
    turns = tuple(_turn(f"S{at}", 1000 * at, ("I", "am", name or "nobody")) for at, name in enumerate(_NAMES))
    return _talk(turns, _NAMES, file='/some where/Gespräch <1> & "2".wav')


def _odd_texts() -> Transcript:
    return _talk(tuple(_turn("S0", 4000 * at, tuple(islice(cycle(_TEXTS[at:]), 12))) for at in range(len(_TEXTS))))


def _namesakes() -> Transcript:
    names = ("Anna", "anna", "Anna", "A\u0308nne", "Änne")
    return _talk(tuple(_turn(f"S{at}", 1000 * at, ("hello",)) for at in range(len(names))), names)


def _words_of_no_length() -> Transcript:
    words = (Word("one", 500, 500), Word("two", 500, 500), Word("three", 900, 900))
    return _talk((Turn("S0", 500, 900, words, (Span(500, 900),)), Turn("S1", 900, 900, (Word("four", 900, 900),))))


def _overlaps() -> Transcript:
    long = _turn("S0", 0, tuple(f"word{at}" for at in range(40)))
    return _talk((long, _turn("S1", 1000, ("yes", "yes")), _turn("S1", 1200, ("no",)), _turn("S0", 2000, ("again",))))


def _marks_everywhere() -> Transcript:
    each = tuple(frozenset({mark}) for mark in Mark)
    turns = tuple(
        _turn(f"S{at % 2}", 1000 * at, ("what", "else"), marks=marks)
        for at, marks in enumerate((*each, frozenset(Mark)))
    )
    return _talk(turns)


def _words_out_of_order() -> Transcript:
    words = (Word("later", 900, 1200), Word("earlier", 100, 2000), Word("between", 500, 600))
    return _talk((Turn("S0", 100, 2000, words, (Span(100, 2000),)),))


HOSTILE = {
    "odd names": _odd_names(),
    "odd texts": _odd_texts(),
    "namesakes": _namesakes(),
    "words of no length": _words_of_no_length(),
    "overlaps": _overlaps(),
    "marks everywhere": _marks_everywhere(),
    "words out of order": _words_out_of_order(),
    "no turns": _talk(()),
    "no words": _talk((Turn("S0", 0, 900, (), (Span(0, 900),)),)),
    "one word": _talk((_turn("S0", 0, ("yes",)),)),
    "one word of an empty recording": Transcript(
        AudioSource("", 0), (Speaker("", "", 0),), (Turn("", 0, 0, (Word("", 0, 0),)),)
    ),
}
"""What every format must survive, and its readers with it."""


def ten_hours(words: int = 100_000) -> Transcript:
    """So many words of two people in ten hours."""
    step_ms = 36_000_000 // words
    turns = []
    for first in range(0, words, 50):
        said = tuple(
            Word(f"word{at}", at * step_ms, at * step_ms + step_ms // 2, 0.9)
            for at in range(first, min(first + 50, words))
        )
        span = Span(said[0].start_ms, said[-1].end_ms)
        turns.append(Turn(f"S{first // 50 % 2}", span.start_ms, span.end_ms, said, (span,)))
    return _talk(tuple(turns))
