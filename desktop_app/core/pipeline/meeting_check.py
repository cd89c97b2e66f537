"""The test that a model for meetings must pass on this computer: with it, the two people of a dialogue are heard."""

from collections.abc import Callable
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import listen, recluster
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.recording_segmenter import AnySegmenter
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.embedding.chain import alone
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.model_forms import original
from desktop_app.core.models.forms.trunk_forms import load_trunk
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engine_check import Outcome
from desktop_app.core.pipeline.label_difference import label_difference
from desktop_app.translation import plural, tr

MAX_OTHERS = 0.15
"""Share of the dialogue's speech that may be somebody else's, or nobody's, than with the carried model."""
_PEOPLE = 2


def take_dialogue_test(segmenter: AnySegmenter, *, clock: Callable[[], float] = perf_counter) -> Outcome:
    """Let it hear the packaged dialogue. ModelUnavailable where it cannot, or the dialogue is not there."""
    samples = _dialogue()
    expected = _people(SegmentationOnnx(), samples)
    started_s = clock()
    found = _people(segmenter, samples)
    took_s = max(clock() - started_s, 1e-3)
    others = label_difference(expected, found)
    return round(others, 4), round(len(samples) / SAMPLE_RATE_HZ / took_s, 2), _fault(found, others)


def _fault(found: tuple[Segment, ...], others: float) -> str | None:
    people = len({segment.speaker for segment in found})
    if people != _PEOPLE:
        return plural("where two people talk, it heard {n}", "where two people talk, it heard {n}", people)
    if not others <= MAX_OTHERS:
        return tr("of the speech of two people, {share:.0%} was given to others", share=others)
    return None


def _people(segmenter: AnySegmenter, samples: NDArray[np.float32]) -> tuple[Segment, ...]:
    voices = listen(
        samples,
        segmenter,
        alone(WespeakerOnnx(load_trunk(original()))),
        hop=Hop.ACCURATE,
        on_segmentation=lambda _: None,
        on_embedding=lambda _: None,
    )
    return recluster(voices, SpeakerBounds()).full


def _dialogue() -> NDArray[np.float32]:
    try:
        with open_recording(sample_recording()) as recording:
            return np.array(recording.samples)
    except AudioError as error:
        reason = tr("the recording to test it on cannot be read ({error})", error=error)
        raise ModelUnavailable(tr("Sample recording"), reason, "") from error
