"""Where each speaker is heard, out of turns that may touch and overlap."""

from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers, speech_of
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn

ANNA, BEN, NOBODY = Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1), Speaker("S3", "Nobody", 2)
TALK = Transcript(
    AudioSource("talk.wav", 9000),
    (ANNA, BEN, NOBODY),
    (
        Turn("S1", 0, 900, speech=(Span(0, 400), Span(600, 900))),
        Turn("S2", 800, 1000, speech=(Span(800, 1000),)),
        Turn("S1", 900, 2000, speech=(Span(900, 1200), Span(1900, 2000))),
        Turn("S1", 1100, 1300, speech=(Span(1100, 1300),)),
    ),
)


def test_spans_that_touch_or_overlap_are_one() -> None:
    assert speech_of(TALK, "S1") == (Span(0, 400), Span(600, 1300), Span(1900, 2000))


def test_every_speaker_is_known_in_the_transcript_s_order_even_without_speech() -> None:
    assert known_speakers(TALK) == (
        KnownSpeaker(ANNA, speech_of(TALK, "S1")),
        KnownSpeaker(BEN, (Span(800, 1000),)),
        KnownSpeaker(NOBODY, ()),
    )
