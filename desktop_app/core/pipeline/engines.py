"""The engines a job runs on: each loaded once, however many ask, and a failed load remembered with its cause."""

from collections.abc import Callable
from threading import Lock

from desktop_app.core.asr.moonshine import Moonshine
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.embedding.chain import EmbedderChain, Source
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.forms import original
from desktop_app.core.models.preferred import Preferred, first_that_loads
from desktop_app.core.models.segmentation_forms import load_segmentation
from desktop_app.core.models.slot import Slot
from desktop_app.core.models.trunk_forms import load_trunk
from desktop_app.core.pipeline.preference import (
    MOONSHINE,
    ONNX,
    PARAKEET,
    REMOTE,
    TORCH,
    recogniser_order,
    source_order,
)
from desktop_app.core.pipeline.preparation import kept_choices, prepared_choices
from desktop_app.core.pipeline.together import Choices
from desktop_app.core.pipeline.workstation import (
    card_expected,
    checkpoint_circumstances,
    load_parakeet,
    load_remote,
    load_wespeaker_torch,
    parakeet_circumstances,
)
from desktop_app.core.store.settings import AsrSettings, Device, EmbeddingSettings, Precision, Settings

_NOT_TRIED = "no other form has been tried here yet"


class Engines:
    """One engine for each part of the work, or several in order of preference.

    The speaker models run in the form that is fastest on this machine and as good; finding it takes some seconds, once.
    """

    def __init__(self, settings: Settings | None = None, *, prepare: bool = True, alone: bool = False) -> None:
        """settings: which engines to use, the usual ones if None. prepare: whether to look for faster forms;
        otherwise the models run as they are carried. alone: only the preferred source embeds, and nothing stands in.
        """
        self._lock = Lock()
        self._choices = None if prepare else Choices(original(), original())
        self._alone = alone
        self._card: bool | None = None
        self.segmenter: Slot[Segmenter]
        self.sources: dict[str, Slot[Embedder]] = {}
        self.recognisers: dict[str, Slot[AnyRecogniser]] = {MOONSHINE: Slot(Moonshine)}
        self._settings = settings or Settings()
        self._place_speaker_models()
        self._place_torch()
        self._place_remote()
        self._place_parakeet()

    @property
    def settings(self) -> Settings:
        """What they follow."""
        return self._settings

    def follow(self, settings: Settings) -> None:
        """Use these settings from now on; engines that they do not concern stay loaded."""
        with self._lock:
            before, self._settings = self._settings, settings
        if _running(before.embedding) != _running(settings.embedding):
            self._place_torch()
        if before.remote != settings.remote:
            self._place_remote()
        if _running(before.asr) != _running(settings.asr):
            self._place_parakeet()

    def embedders(self) -> EmbedderChain:
        """What embeds, for one job; ModelUnavailable if nothing can."""
        return EmbedderChain([Source(name, self.sources[name]) for name in self.source_names()])

    def source_names(self) -> tuple[str, ...]:
        """What embeds, the preferred first."""
        order = source_order(self._settings, card=self.card_expected())
        return order[:1] if self._alone else order

    def recogniser(self) -> Preferred[AnyRecogniser]:
        """What writes down the words; ModelUnavailable if nothing can."""
        return first_that_loads([self.recognisers[name] for name in self.recogniser_names()])

    def recogniser_names(self) -> tuple[str, ...]:
        """What writes down the words, the preferred first."""
        return recogniser_order(self._settings, card=self.card_expected())

    def prepare(self, on_progress: Callable[[float], None], *, again: bool = False) -> None:
        """Prepare the speaker models where they are not, which loading them would do too, but without telling.

        on_progress: 0 to 1; not called where all is prepared. again: prepare whatever is there; before any is loaded.
        """
        self._choose(on_progress, again=again)

    def take_prepared(self) -> None:
        """Run the speaker models in the form that is known to be fastest here, else as they are carried: nothing is
        tried, as somebody waits. To be asked before each use; engines are loaded anew where the answer is another."""
        known = kept_choices() or Choices(original(_NOT_TRIED), original(_NOT_TRIED))
        with self._lock:
            if known != self._choices:
                self._choices = known
                self._place_speaker_models()

    def forget_failures(self) -> None:
        """Let every engine that failed to load try again."""
        self._card = None
        self.segmenter.forget_failure()
        for source in self.sources.values():
            source.forget_failure()
        for recogniser in self.recognisers.values():
            recogniser.forget_failure()

    def _place_speaker_models(self) -> None:
        self.segmenter = Slot(lambda: SegmentationOnnx(load_segmentation(self._chosen().segmentation)))
        self.sources[ONNX] = Slot(lambda: WespeakerOnnx(load_trunk(self._chosen().embedding)))

    def _place_torch(self) -> None:
        device, precision = _running(self._settings.embedding)
        self.sources[TORCH] = Slot(
            lambda: load_wespeaker_torch(device, precision), circumstances=checkpoint_circumstances
        )

    def _place_remote(self) -> None:
        remote = self._settings.remote
        self.sources[REMOTE] = Slot(lambda: load_remote(remote))

    def _place_parakeet(self) -> None:
        device, precision = _running(self._settings.asr)
        self.recognisers[PARAKEET] = Slot(
            lambda: load_parakeet(device, precision), circumstances=parakeet_circumstances
        )

    def card_expected(self) -> bool:
        """Whether engines on torch are to be expected to run on a graphics card; looked for once."""
        if self._card is None:
            self._card = card_expected()
        return self._card

    def _chosen(self) -> Choices:
        return self._choose(lambda _: None, again=False)

    def _choose(self, on_progress: Callable[[float], None], *, again: bool) -> Choices:
        with self._lock:
            if self._choices is None or again:
                self._choices = prepared_choices(on_progress=on_progress, again=again)
            return self._choices


def _running(part: EmbeddingSettings | AsrSettings) -> tuple[Device, Precision]:
    """What an engine on torch is loaded with."""
    return part.device, part.precision
