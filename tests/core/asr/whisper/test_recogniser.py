from collections.abc import Mapping

import numpy as np
import pytest

from asr.whisper.scripted_transcriber import Clip, ScriptedTranscriber
from desktop_app.core.asr.whisper.recogniser import Whisper
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.values import Span

TONE = np.full(16 * 120_000, 0.1, np.float32)
SPEECH = [Span(0, 1000), Span(10_000, 25_000), Span(40_000, 55_000), Span(70_000, 85_000)]


def hear(whisper: Whisper, samples: Clip = TONE, vocabulary: tuple[str, ...] = (), language: str | None = None) -> int:
    blocks = whisper.recognise_recording(
        samples, SPEECH, vocabulary=vocabulary, language=language, on_progress=lambda _: None
    )
    return sum(len(block) for block in blocks)


class Languages:
    """Tells a language of each clip that it is asked about, the next one each time."""

    def __init__(self, *chances: Mapping[str, float]) -> None:
        self._chances = list(chances)
        self.lengths: list[int] = []

    def __call__(self, clip: Clip) -> Mapping[str, float]:
        self.lengths.append(len(clip))
        return self._chances.pop(0)


def test_the_first_region_with_some_seconds_of_speech_tells_the_language_where_it_is_clear() -> None:
    spoken = Languages({"de": 0.95, "en": 0.05})
    model = ScriptedTranscriber(spoken=spoken)
    whisper = Whisper(model, label="Scripted")
    assert whisper.language is None
    assert hear(whisper)
    assert whisper.language == "de"
    assert {language for language, _ in model.asked} == {"de"}
    assert len(spoken.lengths) == 1
    assert spoken.lengths[0] > 16 * 14_000


def test_a_few_regions_together_tell_it_where_one_does_not() -> None:
    spoken = Languages({"de": 0.4, "en": 0.5}, {"de": 0.7, "en": 0.2}, {"de": 0.5, "en": 0.4})
    whisper = Whisper(ScriptedTranscriber(spoken=spoken), label="Scripted")
    hear(whisper)
    assert whisper.language == "de"
    assert len(spoken.lengths) == 3


def test_each_recording_has_its_own_language() -> None:
    whisper = Whisper(ScriptedTranscriber(spoken=Languages({"de": 0.9}, {"en": 0.9})), label="Scripted")
    hear(whisper)
    hear(whisper)
    assert whisper.language == "en"
    hear(whisper, np.zeros_like(TONE))
    assert whisper.language is None


@pytest.mark.parametrize(("tag", "known"), [("de", "de"), ("de-AT", "de"), ("nb", "no"), ("JA_jp", "ja")])
def test_a_language_that_is_given_is_not_looked_for(tag: str, known: str) -> None:
    model = ScriptedTranscriber(spoken=Languages())
    whisper = Whisper(model, label="Scripted")
    hear(whisper, language=tag)
    assert whisper.language == known
    assert {language for language, _ in model.asked} == {known}


@pytest.mark.parametrize("tag", ["xx", "", "fr"])
def test_a_language_that_the_model_does_not_know_is_an_error(tag: str) -> None:
    with pytest.raises(ModelUnavailable, match="does not know the language"):
        hear(Whisper(ScriptedTranscriber(), label="Scripted"), language=tag)


def test_a_language_is_given_for_one_recording_and_not_for_the_next() -> None:
    whisper = Whisper(ScriptedTranscriber(spoken=Languages({"en": 0.9})), label="Scripted")
    hear(whisper, language="ja")
    hear(whisper)
    assert whisper.language == "en"


def test_how_probable_each_language_is_can_be_asked_without_any_words() -> None:
    model = ScriptedTranscriber(spoken=Languages({"de": 0.4, "en": 0.5}, {"de": 0.6, "en": 0.1}, {"de": 0.5}))
    chances = Whisper(model, label="Scripted").language_chances(TONE, SPEECH)
    assert chances == pytest.approx({"de": 0.5, "en": 0.2})
    assert not model.heard
    assert Whisper(ScriptedTranscriber(), label="Scripted").language_chances(np.zeros_like(TONE), SPEECH) == {}


def test_the_vocabulary_is_told_and_what_has_no_room_in_it_is_noted() -> None:
    model = ScriptedTranscriber(room=1)
    whisper = Whisper(model, label="Scripted")
    hear(whisper, vocabulary=(" Gesa  Brodersen ", "Kragsand", "Kragsand"))
    assert {vocabulary for _, vocabulary in model.asked} == {("Gesa Brodersen",)}
    assert whisper.use.note == "1 of 2 entries of the vocabulary left out"
    hear(whisper)
    assert whisper.use.note is None


@pytest.mark.parametrize("error", [RuntimeError("no more\nof it"), ValueError("no more"), IndexError("no more")])
@pytest.mark.parametrize("where", ["said", "spoken"])
def test_what_fails_in_the_model_is_told_in_a_sentence(error: Exception, where: str) -> None:
    def fails(_: Clip) -> tuple[()]:
        raise error

    model = ScriptedTranscriber(**{where: fails})  # type: ignore[arg-type]
    with pytest.raises(ModelUnavailable, match=r"^Scripted: decoding failed \(no more\)\. "):
        hear(Whisper(model, label="Scripted"))


def test_too_little_memory_is_told() -> None:
    def fails(_: Clip) -> tuple[()]:
        raise MemoryError("std::bad_alloc")

    with pytest.raises(ModelUnavailable, match=r"memory is too small.*smaller model"):
        hear(Whisper(ScriptedTranscriber(fails), label="Scripted"))


def test_what_is_no_number_is_silence() -> None:
    peaks: list[float] = []

    def said(clip: Clip) -> tuple[()]:
        peaks.append(float(np.abs(clip).max()))
        return ()

    samples = TONE.copy()
    samples[::3], samples[1::3] = np.nan, np.inf
    samples[2] = 7
    hear(Whisper(ScriptedTranscriber(said), label="Scripted"), samples)
    assert max(peaks) == 1.0
