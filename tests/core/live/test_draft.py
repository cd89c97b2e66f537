"""What the captions come to."""

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.live_timeline import LiveSegment, LiveTimeline
from desktop_app.core.live.draft import draft_of
from desktop_app.core.live.events import Final
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Word
from live.scripted_engines import scripted_engines

ADA, BEN = Speaker("S1", "Ada", 0), Speaker("S2", "Speaker 2", 1)


def final(turn: int, speaker: str | None, start_s: int) -> Final:
    start_ms = start_s * 1000
    return Final(99_000, turn, speaker, start_ms, start_ms + 900, (Word("word", start_ms, start_ms + 900),))


def draft(finals: list[Final], *speakers: Speaker, segments: tuple[LiveSegment, ...] = ()) -> Transcript:
    timeline = LiveTimeline(99_000, full=segments, speakers=speakers)
    return draft_of(finals, timeline, AudioSource("talk.wav", 99_000, SAMPLE_RATE_HZ, 1), scripted_engines())


def test_turns_are_in_order_of_time_with_their_words_speakers_and_speech() -> None:
    made = draft([final(2, "S2", 5), final(1, "S1", 1)], ADA, BEN)
    assert [(turn.speaker, turn.start_ms, turn.text) for turn in made.turns] == [
        ("S1", 1000, "word"),
        ("S2", 5000, "word"),
    ]
    assert made.turns[0].speech == (Span(1000, 1900),)
    assert made.speakers == (ADA, BEN)


def test_a_turn_reaches_as_far_as_its_speaker_was_heard_under_others_too() -> None:
    heard = (LiveSegment(1000, 2100, "S1"), LiveSegment(1700, 2900, "S2"))
    made = draft([final(1, "S1", 1), final(2, "S2", 2)], ADA, BEN, segments=heard)
    assert [(turn.speaker, turn.speech) for turn in made.turns] == [
        ("S1", (Span(1000, 2100),)),
        ("S2", (Span(1700, 2900),)),
    ]
    assert [(turn.start_ms, turn.end_ms, turn.overlap) for turn in made.turns] == [
        (1000, 2100, True),
        (1700, 2900, True),
    ]


def test_what_somebody_says_under_anothers_turn_alone_is_a_turn_without_words() -> None:
    heard = (LiveSegment(1000, 1900, "S1"), LiveSegment(1200, 1500, "S2"), LiveSegment(1600, 1700, None))
    made = draft([final(1, "S1", 1)], ADA, BEN, segments=heard)
    assert [(turn.speaker, turn.text, turn.speech) for turn in made.turns] == [
        ("S1", "word", (Span(1000, 1900),)),
        ("S2", "", (Span(1200, 1500),)),
    ]


def test_a_turn_of_nobody_goes_to_whoever_speaks_nearest_to_it() -> None:
    made = draft([final(1, "S1", 0), final(2, None, 8), final(3, "S2", 10), final(4, None, 12)], ADA, BEN)
    assert [turn.speaker for turn in made.turns] == ["S1", "S2", "S2", "S2"]


def test_where_nobody_is_known_at_all_somebody_speaks_all_the_same() -> None:
    made = draft([final(1, None, 0)])
    assert [speaker.name for speaker in made.speakers] == ["Speaker 1"]
    assert [turn.speaker for turn in made.turns] == [made.speakers[0].id]


def test_nothing_said_makes_an_empty_draft() -> None:
    made = draft([])
    assert (made.speakers, made.turns) == ((), ())
