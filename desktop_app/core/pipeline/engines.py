"""The engines a job runs on: each loaded once, however many ask, and a failed load remembered with its cause."""

from collections.abc import Callable
from threading import Lock

from desktop_app.core.asr.moonshine import Moonshine
from desktop_app.core.asr.recogniser import Recogniser
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.forms import original
from desktop_app.core.models.segmentation_forms import load_segmentation
from desktop_app.core.models.slot import Slot
from desktop_app.core.models.trunk_forms import load_trunk
from desktop_app.core.pipeline.preparation import prepared_choices
from desktop_app.core.pipeline.together import Choices


class Engines:
    """One engine for each part of the work.

    The speaker models run in the form that is fastest on this machine and as good; finding it takes some seconds, once.
    """

    def __init__(self, *, prepare: bool = True) -> None:
        """prepare: whether to look for faster forms; otherwise the models run as they are carried."""
        self._lock = Lock()
        self._choices = None if prepare else Choices(original(), original())
        self.segmenter: Slot[Segmenter] = Slot(lambda: SegmentationOnnx(load_segmentation(self._chosen().segmentation)))
        self.embedder: Slot[Embedder] = Slot(lambda: WespeakerOnnx(load_trunk(self._chosen().embedding)))
        self.recogniser: Slot[Recogniser] = Slot(Moonshine)

    def prepare(self, on_progress: Callable[[float], None], *, again: bool = False) -> None:
        """Prepare the speaker models where they are not, which loading them would do too, but without telling.

        on_progress: 0 to 1; not called where all is prepared. again: prepare whatever is there; before any is loaded.
        """
        self._choose(on_progress, again=again)

    def _chosen(self) -> Choices:
        return self._choose(lambda _: None, again=False)

    def _choose(self, on_progress: Callable[[float], None], *, again: bool) -> Choices:
        with self._lock:
            if self._choices is None or again:
                self._choices = prepared_choices(on_progress=on_progress, again=again)
            return self._choices

    def forget_failures(self) -> None:
        """Let every engine that failed to load try again."""
        for slot in (self.segmenter, self.embedder, self.recogniser):
            slot.forget_failure()
