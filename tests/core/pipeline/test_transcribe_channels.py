"""The words of people who have a microphone each."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
from asr.scripted_recogniser import ScriptedRecogniser
from numpy.typing import NDArray

from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.pipeline.transcribe_channels import SpeakerSound, transcribe_channels
from desktop_app.core.transcript.values import EngineUse, Span, Speaker, Turn, Word
from pipeline.scripted_talks import believe_all

ANNA, BEN = Speaker("S1", "Channel 1", 0), Speaker("S2", "Channel 2", 1)


class Listener:
    def __init__(self) -> None:
        self.told: list[float] = []
        self.finished: list[tuple[Turn, ...]] = []

    def progress(self, stage: Stage, fraction: float) -> None:
        assert stage is Stage.TRANSCRIPTION
        self.told.append(fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        assert speakers == (ANNA, BEN)
        self.finished.append(turns)


class Loudness:
    """A recogniser by time that writes down how loud each stretch is, which tells whose sound it was given."""

    use = EngineUse("asr", "scripted", "cpu")
    languages = ("de", "en")

    def __init__(self) -> None:
        self.language: str | None = None
        self.given: list[str | None] = []

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        language: str | None = None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        self.given.append(language)
        self.language = language or "de"
        yield tuple(Word(f"{samples[at.start_ms * 16]:.0f}", at.start_ms, at.end_ms, 0.9) for at in speech)
        on_progress(1.0)


def diarization(*spoken: tuple[int, int, int]) -> Diarization:
    """Of (speaker, from, to) in seconds."""
    full = tuple(Segment(number, start_s * 1000, end_s * 1000) for number, start_s, end_s in sorted(spoken, key=_start))
    return Diarization(full, exclusive_timeline(full), 2, 0, 0)


def _start(each: tuple[int, int, int]) -> int:
    return each[1]


def sounds(length_s: int) -> list[SpeakerSound]:
    return [
        SpeakerSound(who, np.full(length_s * 16_000, level, np.float32)) for who, level in ((ANNA, 1.0), (BEN, 2.0))
    ]


TALK = diarization((0, 1, 6), (1, 4, 5), (0, 70, 75), (1, 80, 90), (1, 150, 155), (0, 152, 160))


@pytest.mark.parametrize("recogniser", [Loudness(), ScriptedRecogniser()], ids=["by time", "by turn"])
def test_what_two_say_at_once_is_in_the_turns_of_both(recogniser: Loudness | ScriptedRecogniser) -> None:
    made = transcribe_channels(sounds(161), TALK, recogniser, Listener(), believe=believe_all)
    assert [(turn.speaker, turn.start_ms // 1000, turn.overlap) for turn in made.turns] == [
        ("S1", 1, True),
        ("S2", 4, True),
        ("S1", 70, False),
        ("S2", 80, False),
        ("S2", 150, True),
        ("S1", 152, True),
    ]
    assert all(turn.words for turn in made.turns)


def test_everybody_is_heard_in_their_own_sound() -> None:
    made = transcribe_channels(sounds(161), TALK, Loudness(), Listener(), believe=believe_all)
    assert [(turn.speaker, turn.text) for turn in made.turns] == [
        ("S1", "1"),
        ("S2", "2"),
        ("S1", "1"),
        ("S2", "2"),
        ("S2", "2"),
        ("S1", "1"),
    ]


def test_the_turns_of_all_are_told_a_stretch_at_a_time_so_that_what_is_there_is_whole() -> None:
    listener = Listener()
    made = transcribe_channels(sounds(161), TALK, ScriptedRecogniser(), listener, believe=believe_all)
    assert [[turn.start_ms // 1000 for turn in told] for told in listener.finished] == [[1, 4, 70], [80, 150, 152]]
    assert tuple(turn for told in listener.finished for turn in told) == made.turns
    assert listener.told == sorted(listener.told)
    assert (listener.told[0], listener.told[-1]) == (0.0, 1.0)


def test_the_language_that_is_found_first_is_everybody_s() -> None:
    recogniser = Loudness()
    made = transcribe_channels(sounds(161), TALK, recogniser, Listener(), believe=believe_all)
    assert recogniser.given == [None, *["de"] * 3]
    assert made.language == "de"
    other = Loudness()
    transcribe_channels(sounds(161), TALK, other, Listener(), believe=believe_all, language="en")
    assert set(other.given) == {"en"}


def test_a_vocabulary_that_is_of_no_use_is_told_once() -> None:
    made = transcribe_channels(
        sounds(161), TALK, ScriptedRecogniser(), Listener(), believe=believe_all, vocabulary=("Diarist",)
    )
    assert made.warnings == ("scripted does not know a vocabulary: it was not used.",)


def test_silence_has_no_turns() -> None:
    made = transcribe_channels(sounds(10), diarization(), ScriptedRecogniser(), Listener(), believe=believe_all)
    assert made.turns == ()
