"""A person is enrolled from enough clean speech, by name and model, and refused in a sentence otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.known_voices.enrolment import enrol
from desktop_app.core.known_voices.errors import NoName, TooLittleSpeech, UnknownModel
from desktop_app.core.transcript.values import EngineUse
from known_voices.recordings import MODEL, recording, talk


def test_a_named_speaker_becomes_a_person_with_a_vector_for_each_piece() -> None:
    transcript, voices = recording({"a": " Anna "}, talk("a", 0, times=6, each_s=3))
    person = enrol(transcript, voices, "a")
    assert (person.name, person.model) == ("Anna", MODEL)
    assert person.vectors.shape == (6, 32)
    assert person.vectors.dtype == np.float32
    assert person.seconds.sum() == pytest.approx(18, abs=0.2)


def test_of_much_speech_ten_vectors_are_kept() -> None:
    transcript, voices = recording({"a": "Anna"}, talk("a", 0, times=47, each_s=2.5))
    person = enrol(transcript, voices, "a")
    assert len(person.vectors) == 10
    assert person.seconds.sum() == pytest.approx(47 * 2.5, rel=0.02)
    assert person.seconds.max() < 2 * person.seconds.min()
    assert np.linalg.norm(person.vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_too_little_speech_says_how_much_there_is_and_how_much_it_takes() -> None:
    transcript, voices = recording({"a": "Anna"}, talk("a", 0, times=3))
    with pytest.raises(
        TooLittleSpeech, match=r"Anna is heard alone for 1[12]\.\d s in 3 turns; .* 15 s in 3 turns"
    ) as no:
        enrol(transcript, voices, "a")
    assert no.value.found_s == pytest.approx(12, abs=0.1)
    assert no.value.needed_s == 15


def test_one_long_turn_is_not_enough() -> None:
    transcript, voices = recording({"a": "Anna"}, talk("a", 0, times=1, each_s=40))
    with pytest.raises(TooLittleSpeech, match="in 1 turn;"):
        enrol(transcript, voices, "a")


@pytest.mark.parametrize("name", ["Speaker 2", "  "])
def test_nobody_is_enrolled_without_a_name(name: str) -> None:
    transcript, voices = recording({"a": name}, talk("a", 0, times=6))
    with pytest.raises(NoName):
        enrol(transcript, voices, "a")


@pytest.mark.parametrize(
    "uses", [(), (EngineUse("embedding", "WeSpeaker", "cpu"), EngineUse("embedding", "Other", "cpu"))]
)
def test_nobody_is_enrolled_by_an_unknown_model(uses: tuple[EngineUse, ...]) -> None:
    transcript, voices = recording({"a": "Anna"}, talk("a", 0, times=6))
    with pytest.raises(UnknownModel, match="transcribe it again"):
        enrol(replace(transcript, engines=uses), voices, "a")
