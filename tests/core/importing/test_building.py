from desktop_app.core.importing.building import transcript_of
from desktop_app.core.importing.values import ReadStretch, ReadTranscript, ReadWord
from desktop_app.core.transcript.values import AudioSource, Span
from importing.imported import told


def built(*stretches: ReadStretch, duration_ms: int | None = None) -> list[str]:
    audio = None if duration_ms is None else AudioSource("talk.wav", duration_ms)
    return told(transcript_of(ReadTranscript(stretches), audio))


def test_a_text_without_times_is_spread_over_its_recording() -> None:
    stretches = ReadStretch("Anna", text="abcd"), ReadStretch("Ben", text="abcdefgh")
    assert built(*stretches, duration_ms=12_000) == ["Anna 0-4000 abcd", "Ben 4000-12000 abcdefgh"]


def test_what_has_no_times_lies_between_what_has() -> None:
    stretches = (
        ReadStretch("Anna", 1000, 2000, "one"),
        ReadStretch("Ben", text="abcd"),
        ReadStretch("Cleo", text="abcd"),
        ReadStretch("Anna", 4000, 5000, "two"),
    )
    assert built(*stretches) == [
        "Anna 1000-2000 one",
        "Ben 2000-3000 abcd",
        "Cleo 3000-4000 abcd",
        "Anna 4000-5000 two",
    ]


def test_a_beginning_without_an_end_does_not_last_for_hours() -> None:
    assert built(ReadStretch("Anna", 1000, None, "abcd"), ReadStretch("Ben", 9_000_000, None, "yes")) == [
        "Anna 1000-1840 abcd",
        "Ben 9000000-9000210 yes",
    ]


def test_who_talks_at_once_overlaps() -> None:
    read = ReadTranscript(
        (
            ReadStretch("Anna", 0, 5000, "long"),
            ReadStretch("Ben", 1000, 1500, "yes"),
            ReadStretch("Ben", 5000, 6000, "no"),
            ReadStretch("Anna", 7000, 8000, "so"),
        )
    )
    assert [turn.overlap for turn in transcript_of(read).turns] == [True, True, False, False]


def test_a_pause_or_an_opening_ends_a_turn_and_its_speech_keeps_the_pauses() -> None:
    read = ReadTranscript(
        (
            ReadStretch("Anna", 0, 1000, "one"),
            ReadStretch("Anna", 1500, 2000, "two"),
            ReadStretch("Anna", 4000, 5000, "three"),
            ReadStretch("Anna", 5000, 6000, "four", opens_turn=True),
        )
    )
    turns = transcript_of(read).turns
    assert [turn.text for turn in turns] == ["one two", "three", "four"]
    assert turns[0].speech == (Span(0, 1000), Span(1500, 2000))


def test_words_without_times_lie_between_those_with() -> None:
    words = ReadWord("a", 1000, 1200), ReadWord("bb"), ReadWord("cc"), ReadWord("d", 2000, 2100, 0.5)
    (turn,) = transcript_of(ReadTranscript((ReadStretch("Anna", 0, 3000, words=words),))).turns
    assert [(word.start_ms, word.end_ms, word.estimated) for word in turn.words] == [
        (1000, 1200, False),
        (1200, 1600, True),
        (1600, 2000, True),
        (2000, 2100, False),
    ]


def test_words_stay_in_their_order_and_end_after_they_begin() -> None:
    words = ReadWord("a", 1000, 900), ReadWord("b", 500, 600), ReadWord("c", 1100, None)
    (turn,) = transcript_of(ReadTranscript((ReadStretch("Anna", 0, 3000, words=words),))).turns
    assert [(word.text, word.start_ms, word.end_ms) for word in turn.words] == [
        ("a", 1000, 1000),
        ("b", 1000, 1000),
        ("c", 1100, 3000),
    ]


def test_letters_that_want_no_spaces_are_words() -> None:
    (turn,) = transcript_of(ReadTranscript((ReadStretch("Anna", 0, 400, "我是。"),))).turns
    assert [word.text for word in turn.words] == ["我", "是。"]
    assert turn.text == "我是。"


def test_speakers_that_a_machine_numbered_are_numbered_from_one() -> None:
    read = ReadTranscript((ReadStretch("SPEAKER_01", 0, 1, "a"), ReadStretch("SPEAKER_00", 1, 2, "b")))
    assert [speaker.name for speaker in transcript_of(read).speakers] == ["Speaker 2", "Speaker 1"]


def test_times_past_the_sounds_end_are_told() -> None:
    read = ReadTranscript((ReadStretch("Anna", 0, 70_000, "one"),))
    assert transcript_of(read, AudioSource("talk.wav", 60_000)).warnings == (
        "The text goes on to 01:10, past the sound's end at 01:00: it may belong to another recording.",
    )
    assert transcript_of(read, AudioSource("talk.wav", 69_500)).warnings == ()
