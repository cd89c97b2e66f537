import numpy as np
import pytest
from numpy.typing import NDArray

from asr.scripted_detector import ScriptedDetector
from desktop_app.core.asr.hallucinations import believed
from desktop_app.core.asr.speech_activity import SpeechStream
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.transcript.values import Span, Word

SOUND = np.full(48_000, 0.1, np.float32)
WHOLE = Span(0, 3000)


class Doubtful:
    """Half sure of everything."""

    def __init__(self, probability: float) -> None:
        self._probability = probability

    def stream(self) -> SpeechStream:
        return self

    def hear(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.full(len(frames), self._probability, np.float32)


def said(text: str) -> list[Word]:
    return [Word(each, 100 * at, 100 * at + 80) for at, each in enumerate(text.split())]


def kept(text: str, probability: float = 1.0) -> str:
    words = believed(said(text), SOUND, WHOLE, evidence=SpeechEvidence(Doubtful(probability)))
    return " ".join(word.text for word in words)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.",
        "You know, that's fine.",
        "No, no, no, no, no.",
        "It is 20 °C & rising - 50 % of it.",
        "Ja, genau. Спасибо 谢谢 ありがとう",
    ],
)
def test_what_is_surely_spoken_is_believed(text: str) -> None:
    assert kept(text) == text.replace(" - ", " ")


@pytest.mark.parametrize("text", ["", "♪ ♪ ♪", "- - - - -", "...", "♪♪♪♪??", "🎵 (…)"])
def test_output_without_letters_is_no_words(text: str) -> None:
    assert kept(text) == ""


def test_notes_beside_words_go_and_the_words_stay_with_their_times() -> None:
    words = believed(said("♪ Hello ♪ there ♪"), SOUND, WHOLE, evidence=SpeechEvidence(Doubtful(1.0)))
    assert [(word.text, word.start_ms) for word in words] == [("Hello", 100), ("there", 300)]


def test_nobody_says_anything_where_nobody_is_heard() -> None:
    assert kept("This is a whole sentence.", probability=0.2) == ""


@pytest.mark.parametrize("text", ["Thank you for watching!", "© transcript Emily Beynon", "yep " * 12, "oh" * 30])
def test_where_it_is_doubtful_whether_anybody_speaks_credits_and_loops_are_not_believed(text: str) -> None:
    assert kept(text, probability=0.6) == ""


@pytest.mark.parametrize("text", ["Thank you for the coffee.", "yes yes yes", "We could meet on Monday."])
def test_other_words_are_believed_there(text: str) -> None:
    assert kept(text, probability=0.6) == text


def test_a_loop_is_cut_down_where_somebody_surely_speaks() -> None:
    assert kept("so " + "yeah " * 20 + "then") == "so yeah then"


def test_the_span_says_which_part_of_the_sound_is_meant() -> None:
    sound = np.concatenate([np.zeros(48_000, np.float32), SOUND])
    evidence = SpeechEvidence(ScriptedDetector())
    assert believed(said("Hello there"), sound, Span(0, 2000), evidence=evidence) == ()
    assert believed(said("Hello there"), sound, Span(3000, 6000), evidence=evidence) == tuple(said("Hello there"))
