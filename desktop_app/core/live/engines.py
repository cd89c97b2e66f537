"""The engines that live captions run on."""

from dataclasses import dataclass

from desktop_app.core.asr.live_recogniser import LiveRecogniser, live_recogniser
from desktop_app.core.asr.silero import Silero
from desktop_app.core.asr.speech_activity import SpeechDetector
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.embedding.chain import EmbedderChain
from desktop_app.core.models.slot import Slot
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.warnings import passed_over_warnings


@dataclass(frozen=True, slots=True, eq=False)
class LiveEngines:
    """Those of one recording. warnings: what was passed over, a sentence each."""

    detector: SpeechDetector
    recogniser: LiveRecogniser
    segmenter: Segmenter
    embedders: EmbedderChain
    warnings: tuple[str, ...] = ()


class LiveEngineRoom:
    """Loads what captions need, once, however many recordings there are."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._detector: Slot[SpeechDetector] = Slot(Silero)

    def load(self) -> LiveEngines:
        """What one recording needs; ModelUnavailable where a part of it cannot be had."""
        engines = self._engines
        engines.take_prepared()
        chosen = engines.recogniser()
        return LiveEngines(
            self._detector.get(),
            live_recogniser(chosen.engine, engines.settings.asr.vocabulary),
            engines.segmenter.get(),
            engines.embedders(),
            passed_over_warnings(chosen.engine.use.name, chosen.passed_over),
        )
