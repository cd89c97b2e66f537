"""One stretch of a transcript, some of its speakers, other times."""

import pytest

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import adapted
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

QUESTION = (Word("Where", 0, 900), Word("were", 1000, 1900), Word("you", 2000, 3000))
TALK = Transcript(
    AudioSource("talk.wav", 10_000),
    (Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1)),
    (
        Turn(
            "S1", 0, 3000, (Word("Where", 0, 900), Word("were", 1000, 1900), Word("you", 2000, 3000)), (Span(0, 3000),)
        ),
        Turn("S2", 2500, 6000, (Word("At", 2500, 4000), Word("home", 4200, 6000)), (Span(2500, 6000),)),
    ),
    incomplete_from_ms=9000,
)


def said(transcript: Transcript) -> list[tuple[str, str, int]]:
    names = {speaker.id: speaker.name for speaker in transcript.speakers}
    return [(names[turn.speaker], word.text, word.start_ms) for turn in transcript.turns for word in turn.words]


def test_usually_all_of_it_goes_out() -> None:
    assert adapted(TALK, Adaptation()) == TALK


def test_words_go_out_whose_middle_lies_in_the_stretch_with_their_own_times() -> None:
    out = adapted(TALK, Adaptation(start="1.2", end="0:04.5"))
    assert said(out) == [("Anna", "were", 1200), ("Anna", "you", 2000), ("Ben", "At", 2500)]
    assert [turn.speech for turn in out.turns] == [(Span(1200, 3000),), (Span(2500, 4500),)]


def test_speech_without_words_goes_out_as_well() -> None:
    (turn,) = adapted(TALK, Adaptation(end="0.4")).turns
    assert (turn.words, turn.start_ms, turn.end_ms) == ((), 0, 400)


def test_only_some_speakers_go_out_whatever_the_case_of_their_names() -> None:
    out = adapted(TALK, Adaptation(only=("ben",)))
    assert said(out) == [("Ben", "At", 2500), ("Ben", "home", 4200)]
    assert [speaker.name for speaker in out.speakers] == ["Ben"]


def test_every_time_is_moved() -> None:
    out = adapted(TALK, Adaptation(offset_ms=60_000))
    assert said(out)[0] == ("Anna", "Where", 60_000)
    assert (out.audio.duration_ms, out.incomplete_from_ms) == (70_000, 69_000)
    assert out.turns[1].speech == (Span(62_500, 66_000),)


def test_what_would_be_before_zero_is_left_out() -> None:
    out = adapted(TALK, Adaptation(offset_ms=-2000))
    assert said(out) == [("Anna", "you", 0), ("Ben", "At", 500), ("Ben", "home", 2200)]
    assert adapted(TALK, Adaptation(offset_ms=-20_000)).turns == ()


@pytest.mark.parametrize(
    ("adaptation", "reason"),
    [
        (Adaptation(start="soon"), "'soon' is no time: 1:30 is one"),
        (Adaptation(start="0:05", end="0:04"), "there is nothing between 0:05 and 0:04"),
        (Adaptation(only=("Carla",)), "nobody is called 'Carla'; there are Anna, Ben"),
    ],
)
def test_what_is_not_there_is_said(adaptation: Adaptation, reason: str) -> None:
    with pytest.raises(SettingsError, match=reason):
        adapted(TALK, adaptation)
