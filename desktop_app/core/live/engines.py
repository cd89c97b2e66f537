"""The engines that live captions run on."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.core.asr.hallucinations import Believe, believing
from desktop_app.core.asr.live_recogniser import LiveRecogniser, live_recogniser
from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser
from desktop_app.core.asr.speech_activity import SpeechDetector
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.embedding.chain import EmbedderChain
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.known_languages import languages_of
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.language_doubt import Ear
from desktop_app.core.pipeline.preference import MODEL_OF, MOONSHINE, WHISPER
from desktop_app.core.pipeline.warnings import passed_over_warnings, slowness_warning
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import EngineUse
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True, eq=False)
class LiveEngines:
    """Those of one recording. believe: what of an utterance's words somebody said; warnings: what was passed over, a
    sentence each. quicker: loads what takes over where the recogniser is too slow, None if nothing is quicker;
    before: what has written down words before it took over. language: what is spoken, a tag, or AUTO. ear: gives
    what can tell the language by the sound, None where nothing can; from any thread."""

    detector: SpeechDetector
    recogniser: LiveRecogniser
    segmenter: Segmenter
    embedders: EmbedderChain
    believe: Believe
    warnings: tuple[str, ...] = ()
    quicker: Callable[[], LiveRecogniser] | None = None
    before: tuple[EngineUse, ...] = ()
    language: str = AUTO
    ear: Callable[[], Ear | None] = lambda: None

    def with_quicker(self) -> "LiveEngines":
        """The same with the quicker recogniser; ModelUnavailable if it does not load. There must be one."""
        assert self.quicker is not None  # noqa: S101  asked by whoever calls
        recogniser, slow = self.quicker(), self.recogniser.use
        told = slowness_warning(recogniser.use.name, slow.name)
        return replace(
            self,
            recogniser=recogniser,
            quicker=None,
            before=(*self.before, slow),
            warnings=(*self.warnings, told),
        )


class LiveEngineRoom:
    """Loads what captions need, once, however many recordings there are."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def load(self) -> LiveEngines:
        """What one recording needs; ModelUnavailable where a part of it cannot be had."""
        engines = self._engines
        engines.require_language()
        _require_live(engines.recogniser_names()[0])
        engines.take_prepared()
        chosen, detector = engines.recogniser(but=(WHISPER,)), engines.detector.get()
        return LiveEngines(
            detector,
            live_recogniser(chosen.engine, engines.settings.asr.vocabulary),
            engines.segmenter.get(),
            engines.embedders(),
            believing(SpeechEvidence(detector)),
            passed_over_warnings(chosen.engine.use.name, chosen.passed_over),
            self._carried if self._carried_can_take_over(chosen.engine) else None,
            language=engines.settings.asr.language,
            ear=engines.language_listener,
        )

    def _carried_can_take_over(self, chosen: AnyRecogniser) -> bool:
        language = self._engines.settings.asr.language
        return not isinstance(chosen, Recogniser) and language in {AUTO, *languages_of(MODEL_OF[MOONSHINE])}

    def _carried(self) -> LiveRecogniser:
        return live_recogniser(self._engines.recognisers[MOONSHINE].get())


def _require_live(recogniser: str) -> None:
    """ModelUnavailable for one that listens to half a minute at a time, before gigabytes of it are loaded."""
    if recogniser == WHISPER:
        raise ModelUnavailable(
            "Whisper",
            tr("it writes no captions, as it listens to half a minute at a time"),
            tr("Choose another engine of words for captions; recordings can be transcribed by Whisper afterwards"),
        )
