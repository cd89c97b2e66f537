"""Transcripts for tests: a few turns in one line, and any at all for hypothesis."""

from collections.abc import Sequence

from hypothesis import strategies as st

from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

SPEAKERS = tuple(Speaker(f"S{number}", f"Speaker {number}", number - 1) for number in (1, 2, 3))
WORD_MS = 300


def words(text: str, *, start_ms: int = 0, confidence: float | None = None) -> tuple[Word, ...]:
    """Words of WORD_MS each, without pauses."""
    return tuple(
        Word(word, start_ms + at * WORD_MS, start_ms + (at + 1) * WORD_MS, confidence)
        for at, word in enumerate(text.split())
    )


def turn(
    speaker: str,
    text: str,
    start_ms: int = 0,
    *,
    margin: float | None = 0.5,
    overlap: bool = False,
    confidence: float | None = None,
) -> Turn:
    """A turn as long as its words."""
    said = words(text, start_ms=start_ms, confidence=confidence)
    end_ms = said[-1].end_ms if said else start_ms + WORD_MS
    return Turn(speaker, start_ms, end_ms, said, (Span(start_ms, end_ms),), margin, overlap)


def talk(*turns: Turn) -> Transcript:
    """These turns, and a minute of silence."""
    end_ms = max((each.end_ms for each in turns), default=0)
    return Transcript(AudioSource("talk.wav", end_ms + 60_000), SPEAKERS, turns)


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Any turns, overlapping as they like, with words of any kind."""
    turns = [_any_turn(draw) for _ in range(draw(st.integers(0, 6)))]
    return talk(*sorted(turns, key=lambda each: (each.start_ms, each.end_ms)))


_TEXTS = ("yes", "Yes.", "the", "Anna", "42", "well,", "...", "extraordinarily", "I", "ну", "東京")
_CONFIDENCES = (None, -2.0, 0.0, 0.3, 0.9, 1.0, 1.5)


def _any_turn(draw: st.DrawFn) -> Turn:
    start_ms = at_ms = draw(st.integers(0, 20_000))
    said: list[Word] = []
    for text in draw(st.lists(st.sampled_from(_TEXTS), max_size=40)):
        pause_ms, length_ms = draw(st.integers(0, 800)), draw(st.integers(0, 1500))
        said.append(
            Word(text, at_ms + pause_ms, at_ms + pause_ms + length_ms, draw(st.sampled_from(_CONFIDENCES)), True)
        )
        at_ms += pause_ms + length_ms
    end_ms = at_ms + draw(st.integers(0, 500))
    return Turn(
        draw(st.sampled_from([each.id for each in SPEAKERS])),
        start_ms,
        end_ms,
        tuple(said),
        (Span(start_ms, end_ms),),
        draw(st.none() | st.floats(-0.5, 1.5)),
        draw(st.booleans()),
    )


def spans() -> st.SearchStrategy[Sequence[Span]]:
    """Any stretches of time."""
    return st.lists(
        st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30_000), st.integers(0, 5000)),
        max_size=5,
    )
