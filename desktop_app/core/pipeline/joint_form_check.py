"""The last check of a prepared form: with it, the people must be heard whom the original hears."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import listen, recluster
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.embedding.chain import alone
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.forms.model_forms import Choice, original
from desktop_app.core.models.forms.trunk_forms import load_trunk
from desktop_app.core.pipeline.label_difference import label_difference

MAX_RELABELLED = 0.01
"""Share of a dialogue's speech that may go to other people than with the original."""


def people_heard(choice: Choice, samples: NDArray[np.float32]) -> tuple[Segment, ...]:
    """Who speaks when in samples float32 [n], 16 kHz, by WeSpeaker in this form."""
    return people_heard_by(WespeakerOnnx(load_trunk(choice)), samples)


def people_heard_by(embedder: Embedder, samples: NDArray[np.float32]) -> tuple[Segment, ...]:
    """Who speaks when in samples float32 [n], 16 kHz, whose voices the embedder tells apart."""
    voices = listen(
        samples,
        SegmentationOnnx(),
        alone(embedder),
        hop=Hop.ACCURATE,
        on_segmentation=lambda _: None,
        on_embedding=lambda _: None,
    )
    return recluster(voices, SpeakerBounds()).full


def people_fault(
    choice: Choice,
    dialogue: NDArray[np.float32],
    *,
    hear: Callable[[Choice, NDArray[np.float32]], tuple[Segment, ...]] = people_heard,
) -> str | None:
    """Why the people whom this form hears are not the original's; None if they are.

    dialogue: float32 [n], 16 kHz, of some people. hear: who speaks when in it. ModelUnavailable.
    """
    share = label_difference(hear(original(), dialogue), hear(choice, dialogue))
    return None if share <= MAX_RELABELLED else f"{share:.1%} of the sample's speech goes to somebody else"
