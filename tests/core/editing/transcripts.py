"""Transcripts of all shapes, for hypothesis."""

from hypothesis import strategies as st

from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

SPEAKERS = tuple(Speaker(f"S{number}", f"Speaker {number}", number - 1) for number in (1, 2, 3))
TEXTS = st.sampled_from(
    ["so", "the", "The", "harbour,", "okay.", "naïve", "مرحبا", "日本", "👩🏽\u200d🚀", "e\u0301tat", "I", "and"]
)


@st.composite
def turns(draw: st.DrawFn, speaker: str, start_ms: int, *, least: int = 0) -> Turn:
    """A turn whose words are in order, inside it, with pauses or without, none longer than two seconds."""
    texts = draw(st.lists(TEXTS, min_size=least, max_size=6))
    at, words = start_ms + draw(st.integers(0, 50)), []
    for text in texts:
        length = draw(st.integers(0, 400))
        confidence = draw(st.sampled_from([None, 0.4, 0.9]))
        words.append(Word(text, at, at + length, confidence, draw(st.booleans())))
        at += length + draw(st.sampled_from([0, 0, 30, 700]))
    end_ms = max([at, start_ms + 100])
    return Turn(speaker, start_ms, end_ms, tuple(words), (Span(start_ms, end_ms),), draw(st.sampled_from([None, 0.2])))


@st.composite
def transcripts(draw: st.DrawFn, least: int = 0) -> Transcript:
    """Up to seven turns, some without words, some over others. least: so many have words."""
    made, start_ms = [], 0
    for number in range(draw(st.integers(max(1, least), 7))):
        speaker = draw(st.sampled_from(SPEAKERS)).id
        turn = draw(turns(speaker, start_ms, least=1 if number < least else 0))
        made.append(turn)
        start_ms = draw(st.sampled_from([turn.end_ms, turn.end_ms + 500, (turn.start_ms + turn.end_ms) // 2]))
    return Transcript(AudioSource("talk.wav", start_ms + 5000), SPEAKERS, tuple(made))


def require_sound(transcript: Transcript) -> None:
    """What holds of every transcript, whatever was done to it."""
    starts = [turn.start_ms for turn in transcript.turns]
    assert starts == sorted(starts)
    for turn in transcript.turns:
        transcript.speaker(turn.speaker)
        word_starts = [word.start_ms for word in turn.words]
        assert word_starts == sorted(word_starts)
        assert all(turn.start_ms <= word.start_ms <= word.end_ms <= turn.end_ms for word in turn.words)
        assert turn.speech
        assert list(turn.speech) == sorted(turn.speech)
