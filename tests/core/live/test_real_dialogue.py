"""The real engines on the packaged dialogue."""

import pytest
from dialogue import wrong_words
from models.packaged_recordings import DIALOGUE, packaged_samples

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.engines import LiveEngineRoom
from desktop_app.core.live.events import Partial
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.transcript.values import AudioSource
from live.scripted_engines import assert_contract, finals, said

pytestmark = pytest.mark.slow


def test_the_dialogue_has_its_words_and_its_two_speakers_while_it_is_heard() -> None:
    captioner = Captioner(LiveEngineRoom(Engines()).load())
    events = said(captioner, packaged_samples(DIALOGUE), 1600)
    assert_contract(events)
    text = " ".join(final.text for final in finals(events)).lower()
    for words in ("do you hear me", "we laugh less", "what are you talking about", "you from that ditch"):
        assert words in text
    assert wrong_words(text) < 0.2
    draft = captioner.draft(AudioSource("dialogue.wav", 28_277, SAMPLE_RATE_HZ, 1))
    assert [speaker.id for speaker in draft.speakers] == ["S1", "S2"]
    man = next(turn for turn in draft.turns if "we laugh less" in turn.text.lower())
    woman = next(turn for turn in draft.turns if turn.start_ms > 8500)
    assert man.speaker != woman.speaker
    assert draft.language == "en"
    assert draft.embedding is not None
    shown = [event for event in events if isinstance(event, Partial)]
    assert len(shown) >= 20
    assert max(event.settled for event in shown) >= 5
