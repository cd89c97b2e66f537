"""The engines a job runs on: each loaded once, however many ask, and a failed load remembered with its cause."""

from collections.abc import Callable, Container
from functools import partial
from threading import Lock

from desktop_app.core.asr.moonshine import Moonshine
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.asr.silero import Silero
from desktop_app.core.asr.speech_activity import SpeechDetector
from desktop_app.core.asr.whisper.recogniser import Whisper
from desktop_app.core.diarization.errors import SegmentationFailed
from desktop_app.core.diarization.recording_segmenter import AnySegmenter, RecordingSegmenter
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.segmentation_torch import SegmentationTorch
from desktop_app.core.embedding.chain import EmbedderChain, Source
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.first_usable import Preferred, first_that_loads
from desktop_app.core.models.forms.model_forms import EXACT, NOT_TRIED, Choice, original
from desktop_app.core.models.forms.trunk_forms import load_trunk
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.locate_model import circumstances_of
from desktop_app.core.pipeline.card_precision import forget_card_precision
from desktop_app.core.pipeline.language_choice import nothing_here, require_chosen_knows, require_loaded_knows
from desktop_app.core.pipeline.parakeet_loading import load_parakeet_onnx
from desktop_app.core.pipeline.preference import (
    MODEL_OF,
    MOONSHINE,
    ON_ANY_PROCESSOR,
    ONNX,
    PARAKEET,
    REMOTE,
    TORCH,
    WHISPER,
    recogniser_order,
    segments_on_card,
    source_order,
)
from desktop_app.core.pipeline.preparation import kept_choice, prepared_choice
from desktop_app.core.pipeline.workstation import (
    card_expected,
    checkpoint_circumstances,
    is_here,
    load_language_listener,
    load_meeting,
    load_parakeet,
    load_remote,
    load_wespeaker_torch,
    load_whisper,
    meeting_circumstances,
    model_of,
    parakeet_circumstances,
    smallest_whisper,
    whisper_circumstances,
    whisper_model,
)
from desktop_app.core.store.settings import AsrSettings, Device, EmbeddingSettings, Precision, Settings


class Engines:
    """One engine for each part of the work, or several in order of preference.

    WeSpeaker runs in the form that is preferred on this machine and as good; preparing it takes some seconds, once.
    """

    def __init__(self, settings: Settings | None = None, *, prepare: bool = True, alone: bool = False) -> None:
        """settings: which engines to use, the usual ones if None. prepare: whether to prepare a faster form;
        otherwise WeSpeaker runs as it is carried. alone: only what is preferred is used, and nothing stands in.
        """
        self._lock = Lock()
        self._choice = None if prepare else original()
        self._alone = alone
        self._card: bool | None = None
        self.segmenter: LazyEngine[Segmenter] = LazyEngine(SegmentationOnnx)
        # On the processor torch is slower than what stands in.
        self.card_segmenter: LazyEngine[Segmenter] = LazyEngine(lambda: SegmentationTorch(device=Device.CUDA))
        self.sources: dict[str, LazyEngine[Embedder]] = {}
        self.detector: LazyEngine[SpeechDetector] = LazyEngine(Silero)
        self.recognisers: dict[str, LazyEngine[AnyRecogniser]] = {
            MOONSHINE: LazyEngine(Moonshine),
            WHISPER: LazyEngine(lambda: load_whisper(whisper_model()), circumstances=whisper_circumstances),
        }
        self._listener: LazyEngine[Whisper] = LazyEngine(load_language_listener, circumstances=whisper_circumstances)
        self._settings = settings or Settings()
        self._place_meeting()
        self._place_onnx()
        self._place_torch()
        self._place_remote()
        self._place_parakeet()
        self._place_parakeets_on_onnx()

    @property
    def settings(self) -> Settings:
        """What they follow."""
        return self._settings

    def follow(self, settings: Settings) -> None:
        """Use these settings from now on; engines that they do not concern stay loaded."""
        with self._lock:
            before, self._settings = self._settings, settings
        if before.diarization.model != settings.diarization.model:
            self._place_meeting()
        if before.embedding.exact != settings.embedding.exact:
            self._place_onnx()
            self._place_parakeets_on_onnx()
        if _running(before.embedding) != _running(settings.embedding):
            self._place_torch()
        if before.remote != settings.remote:
            self._place_remote()
        if _running(before.asr) != _running(settings.asr):
            self._place_parakeet()
            self._place_parakeets_on_onnx()

    def recording_segmenter(self) -> Preferred[AnySegmenter]:
        """What finds who speaks in a recording; ModelUnavailable if nothing can. What hears windows stands in for the
        model for meetings."""
        refused: tuple[ModelUnavailable, ...] = ()
        if self._settings.diarization.meeting:
            try:
                return Preferred(self.meeting.get())
            except ModelUnavailable as failure:
                if self._alone:
                    raise
                refused = (failure,)
        windows = self.window_segmenter()
        return Preferred(windows.engine, (*refused, *windows.passed_over))

    def window_segmenter(self) -> Preferred[Segmenter]:
        """What finds who speaks in windows of a recording: on a graphics card where that is expected, else, and where
        it cannot be used, on the processor. ModelUnavailable if nothing can."""
        on_card = segments_on_card(self._settings, card=self.card_expected())
        order = (self.card_segmenter, self.segmenter) if on_card else (self.segmenter,)
        return first_that_loads([slot.get for slot in (order[:1] if self._alone else order)])

    def segmenter_after(self, failure: SegmentationFailed) -> Segmenter:
        """What stands in for one that failed on the way; the failure, where nothing may."""
        if self._alone:
            raise failure
        return self.segmenter.get()

    def embedders(self) -> EmbedderChain:
        """What embeds, for one job; ModelUnavailable if nothing can."""
        return EmbedderChain([Source(name, self.sources[name]) for name in self.source_names()])

    def source_names(self) -> tuple[str, ...]:
        """What embeds, the preferred first."""
        order = source_order(self._settings, card=self.card_expected())
        return order[:1] if self._alone else order

    def recogniser(self, language: str | None = None, *, but: Container[str] = ()) -> Preferred[AnyRecogniser]:
        """What writes down the words; ModelUnavailable if nothing can, or nothing that is here knows the language.

        language: what is spoken, a tag or AUTO; as the settings say if None. but: engines that are not wanted.
        """
        spoken = self._spoken(language)
        self.require_language(spoken)
        names = [name for name in self.recogniser_names(spoken) if name not in but]
        return first_that_loads([partial(self._knowing, name, spoken) for name in names])

    def _knowing(self, name: str, language: str) -> AnyRecogniser:
        engine = self.recognisers[name].get()
        require_loaded_knows(engine, language, model_of(name))
        return engine

    def require_language(self, language: str | None = None) -> None:
        """ModelUnavailable if what would write down the words does not know the language: cheap, as nothing is loaded.

        language: as for `recogniser`.
        """
        spoken = self._spoken(language)
        names = self.recogniser_names(spoken)
        if not names:
            raise nothing_here(spoken)
        require_chosen_knows(model_of(names[0]), spoken)

    def recogniser_names(self, language: str | None = None) -> tuple[str, ...]:
        """What writes down the words, the preferred first; empty if nothing that is here knows the language."""
        return recogniser_order(
            self._settings,
            card=self.card_expected(),
            is_here=lambda name: is_here(model_of(name)),
            language=self._spoken(language),
        )

    def language_listener(self) -> Whisper | None:
        """What tells by the sound which language is spoken: the smallest Whisper here, if that can be used."""
        if smallest_whisper() is None:
            return None
        try:
            return self._listener.get()
        except ModelUnavailable:
            return None

    def _spoken(self, language: str | None) -> str:
        return self._settings.asr.language if language is None else language

    def prepare(self, on_progress: Callable[[float], None], *, again: bool = False) -> None:
        """Prepare WeSpeaker where it is not, which loading it would do too, but without telling.

        on_progress: 0 to 1; not called where all is prepared, or only the original is to be used. again: prepare
        whatever is there; before any is loaded.
        """
        if again:
            forget_card_precision()
        self._chosen(on_progress, again=again)

    def take_prepared(self) -> None:
        """Run WeSpeaker in the form that was chosen here before, else as it is carried: nothing is tried, as somebody
        waits. To be asked before each use; it is loaded anew where the answer is another."""
        known = kept_choice() or original(NOT_TRIED)
        with self._lock:
            if known != self._choice:
                self._choice = known
                self._place_onnx()

    def forget_failures(self) -> None:
        """Let every engine that failed to load try again."""
        self._card = None
        self.segmenter.forget_failure()
        self.card_segmenter.forget_failure()
        self.meeting.forget_failure()
        self.detector.forget_failure()
        for source in self.sources.values():
            source.forget_failure()
        for recogniser in self.recognisers.values():
            recogniser.forget_failure()
        self._listener.forget_failure()

    def _place_meeting(self) -> None:
        chosen = self._settings.diarization
        self.meeting: LazyEngine[RecordingSegmenter] = LazyEngine(
            lambda: load_meeting(chosen), circumstances=lambda: meeting_circumstances(chosen)
        )

    def _place_onnx(self) -> None:
        self.sources[ONNX] = LazyEngine(lambda: WespeakerOnnx(load_trunk(self._chosen())))

    def _place_torch(self) -> None:
        device, precision = _running(self._settings.embedding)
        self.sources[TORCH] = LazyEngine(
            lambda: load_wespeaker_torch(device, precision), circumstances=checkpoint_circumstances
        )

    def _place_remote(self) -> None:
        remote = self._settings.remote
        self.sources[REMOTE] = LazyEngine(lambda: load_remote(remote))

    def _place_parakeet(self) -> None:
        device, precision = _running(self._settings.asr)
        self.recognisers[PARAKEET] = LazyEngine(
            lambda: load_parakeet(device, precision), circumstances=parakeet_circumstances
        )

    def _place_parakeets_on_onnx(self) -> None:
        for name in ON_ANY_PROCESSOR:
            self._place_parakeet_on_onnx(name)

    def _place_parakeet_on_onnx(self, name: str) -> None:
        spec, exact, device = MODEL_OF[name], self._settings.embedding.exact, self._settings.asr.device
        self.recognisers[name] = LazyEngine(
            lambda: load_parakeet_onnx(spec, exact=exact, device=device), circumstances=lambda: circumstances_of(spec)
        )

    def card_expected(self) -> bool:
        """Whether engines on torch are to be expected to run on a graphics card; looked for once."""
        if self._card is None:
            self._card = card_expected()
        return self._card

    def _chosen(self, on_progress: Callable[[float], None] = lambda _: None, *, again: bool = False) -> Choice:
        with self._lock:
            if self._settings.embedding.exact:
                return original(EXACT)
            if self._choice is None or again:
                self._choice = prepared_choice(on_progress=on_progress, again=again)
            return self._choice


def _running(part: EmbeddingSettings | AsrSettings) -> tuple[Device, Precision]:
    """What an engine on torch is loaded with."""
    exact = isinstance(part, EmbeddingSettings) and part.exact
    return part.device, Precision.FLOAT32 if exact else part.precision
