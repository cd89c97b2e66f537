"""When it is told how the speakers of a recording that is being made sound."""

import numpy as np

from desktop_app.core.diarization.live_timeline import LiveVoice
from desktop_app.core.known_voices.embedding_model import embedding_model
from desktop_app.core.known_voices.suggestions import MIN_HEARD_S
from desktop_app.core.live.voice_news import MUCH_MORE, VoiceNews
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.transcript.values import EngineUse

ENGINES = (EngineUse("embedding", WESPEAKER.label, "cpu"), EngineUse("asr", "Moonshine", "cpu"))
VECTOR = np.eye(1, 8, dtype=np.float32)[0]


def told(news: VoiceNews, engines: tuple[EngineUse, ...] = ENGINES, **seconds: float) -> set[str] | None:
    heard = news.of({id_: LiveVoice(VECTOR, s) for id_, s in seconds.items()}, engines, 5000)
    return None if heard is None else set(heard.centroids)


def test_a_voice_is_told_once_enough_of_it_was_heard_and_again_when_that_is_much_more() -> None:
    news = VoiceNews()
    assert told(news, S1=MIN_HEARD_S - 0.1) is None
    assert told(news, S1=MIN_HEARD_S) == {"S1"}
    assert told(news, S1=MIN_HEARD_S + 0.5) is None
    assert told(news, S1=MUCH_MORE * MIN_HEARD_S, S2=1.0) == {"S1"}


def test_everybody_is_told_where_one_is_new() -> None:
    news = VoiceNews()
    told(news, S1=30.0)
    assert told(news, S1=31.0, S2=4.0) == {"S1", "S2"}


def test_nothing_is_told_of_voices_that_two_models_embedded() -> None:
    mixed = (*ENGINES, EngineUse("embedding", "Another", "gpu.example"))
    assert told(VoiceNews(), mixed, S1=9.0) is None


def test_it_says_by_which_model() -> None:
    heard = VoiceNews().of({"S1": LiveVoice(VECTOR, 9.0)}, ENGINES, 5000)
    assert heard is not None
    assert (heard.at_ms, heard.model) == (5000, embedding_model(ENGINES))
    assert np.array_equal(heard.centroids["S1"], VECTOR)
    assert "0." not in repr(heard), "a voice is nothing for a log"
