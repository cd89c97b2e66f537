"""When it is time to tell again how the speakers sound."""

from collections.abc import Iterable, Mapping

from desktop_app.core.diarization.live_timeline import LiveVoice
from desktop_app.core.known_voices.embedding_model import embedding_model
from desktop_app.core.known_voices.suggestions import MIN_HEARD_S
from desktop_app.core.live.events import VoicesHeard
from desktop_app.core.transcript.values import EngineUse

MUCH_MORE = 1.5
"""Of so many times the speech a voice is told again: what is not alike by then is soon not asked for any more."""


class VoiceNews:
    """Remembers how much was heard of whom when it was told last."""

    def __init__(self) -> None:
        self._told_s: dict[str, float] = {}

    def of(self, voices: Mapping[str, LiveVoice], engines: Iterable[EngineUse], at_ms: int) -> VoicesHeard | None:
        """What there is to tell. engines: those that embedded, and others. None where nothing is new, or where it is
        not one model's."""
        heard = {id_: voice for id_, voice in voices.items() if voice.seconds >= MIN_HEARD_S}
        if all(voice.seconds < MUCH_MORE * self._told_s.get(id_, 0.0) for id_, voice in heard.items()):
            return None
        model = embedding_model(engines)
        if model is None:
            return None
        self._told_s = {id_: voice.seconds for id_, voice in heard.items()}
        return VoicesHeard(at_ms, model, {id_: voice.centroid for id_, voice in heard.items()})
