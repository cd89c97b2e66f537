"""The engines that tell who speaks, loaded for one job."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.diarization.errors import SegmentationFailed
from desktop_app.core.diarization.recording_segmenter import AnySegmenter
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.embedding.chain import EmbedderChain
from desktop_app.core.models.first_usable import Preferred
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobListener, Stage


@dataclass(frozen=True, slots=True)
class SpeakerEngines:
    """Segmentation, embedding, and what the speech detector says. embedders: asked for only if they are needed.

    stand_in: what finds who speaks in the place of one that fails on the way.
    """

    segmenter: Preferred[AnySegmenter]
    embedders: Callable[[], EmbedderChain]
    evidence: SpeechEvidence
    stand_in: Callable[[SegmentationFailed], Segmenter]

    def after(self, failure: SegmentationFailed) -> "SpeakerEngines":
        """The engines to go on with after the failure; that itself, where nothing may stand in."""
        passed_over = (*self.segmenter.passed_over, failure)
        return replace(self, segmenter=Preferred(self.stand_in(failure), passed_over))


def load_speaker_engines(engines: Engines, listener: JobListener, *, apart: bool) -> SpeakerEngines:
    """Prepare and load them, before the recording is decoded. apart: everybody has a channel, so that embedders are
    loaded only once they are needed. ModelUnavailable where one cannot be used."""
    engines.prepare(lambda done: listener.progress(Stage.PREPARING, done))
    listener.progress(Stage.LOADING, 0.0)
    segmenter = engines.recording_segmenter()
    embedders = engines.embedders if apart else _loaded(engines)
    return SpeakerEngines(segmenter, embedders, SpeechEvidence(engines.detector.get()), engines.segmenter_after)


def _loaded(engines: Engines) -> Callable[[], EmbedderChain]:
    chain = engines.embedders()
    return lambda: chain
