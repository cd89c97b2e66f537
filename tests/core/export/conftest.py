"""The interview that every format is tried on."""

import pytest

from desktop_app.core.transcript.values import (
    AudioSource,
    EmbeddingReport,
    EngineUse,
    Fallback,
    HeardTrack,
    SourceCount,
    Span,
    Speaker,
    Transcript,
    Turn,
    Word,
)

LONG_ANSWER = (
    "Well, I grew up by the harbour, and the boats were there before I could walk. My father mended nets, "
    "my mother kept the books for half the fleet, and every evening at six the whole street smelled of tar "
    "and fried herring and wet rope! You would not believe how"
)
AFTER_A_PAUSE = "quiet it is there now."


def spoken(text: str, start_ms: int, step_ms: int = 300) -> tuple[Word, ...]:
    starts = range(start_ms, start_ms + step_ms * len(text.split()), step_ms)
    return tuple(
        Word(word, start, start + step_ms - 50, confidence=0.875)
        for word, start in zip(text.split(), starts, strict=True)
    )


@pytest.fixture
def interview() -> Transcript:
    """Two speakers: an answer long enough for many cues, with a pause in it, a murmur under it, and an hour's gap."""
    answer = (*spoken(LONG_ANSWER, 4100), *spoken(AFTER_A_PAUSE, 25_000))
    answer_speech = (Span(4100, answer[-6].end_ms), Span(25_000, answer[-1].end_ms))
    farewell = (
        Word("A", 3_661_500, 3_661_500, estimated=True),
        Word("--> B", 3_661_500, 3_662_000, estimated=True),
        Word("& <so>", 3_662_000, 3_662_400),
        Word("on\x85…", 3_662_400, 3_662_900, confidence=0.25),
    )
    return Transcript(
        audio=AudioSource(
            "/recordings/Harbour talk 1.wav",
            3_665_000,
            sample_rate_hz=48_000,
            channels=2,
            tracks=2,
            heard=(HeardTrack(1, (2,), 2), HeardTrack(2, (1, 2), 2)),
        ),
        speakers=(Speaker("S1", "Anna Berg", 0), Speaker("S2", "Søren\nO’Neil 🎙", 1)),
        turns=(
            Turn("S1", 1200, 3850, spoken("So, tell me: where did it begin?", 1200, 380), (Span(1200, 3850),), 0.31),
            Turn("S2", 4100, answer[-1].end_ms, answer, answer_speech, 0.125, overlap=True),
            Turn("S1", 9000, 9640, (), (Span(9000, 9640),), overlap=True),
            Turn("S2", 3_661_500, 3_662_900, farewell, (Span(3_661_500, 3_662_900),)),
        ),
        engines=(
            EngineUse("embedding", "wespeaker-resnet34", "cpu", sha256="0123456789abcdef" * 4),
            EngineUse("asr", "moonshine-base", "cpu", note="the larger model is not installed"),
        ),
        language="en",
        embedding=EmbeddingReport(
            sources=(SourceCount("torch", "cuda", 9), SourceCount("onnx", "cpu", 3)),
            fallbacks=(Fallback("torch", "the card has no memory left", 3),),
            lost=1,
            too_short=2,
        ),
        warnings=("3 of 13 segments were told apart by another engine than was chosen.",),
    )
