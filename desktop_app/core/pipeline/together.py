"""The last check of prepared forms: both models together must hear the people whom the originals hear."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.choices import Hop
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import listen, recluster
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.embedding.chain import alone
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.forms import Choice, original
from desktop_app.core.models.segmentation_forms import load_segmentation
from desktop_app.core.models.trunk_forms import load_trunk
from desktop_app.core.pipeline.relabelled import relabelled_share

MAX_RELABELLED = 0.01
"""Share of a dialogue's speech that may go to other people than with the originals."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The form to use of each speaker model."""

    segmentation: Choice
    embedding: Choice

    @property
    def are_original(self) -> bool:
        """Whether nothing in them is prepared."""
        return self.segmentation.folder is None and self.embedding.folder is None


def people_heard(choices: Choices, samples: NDArray[np.float32]) -> tuple[Segment, ...]:
    """Who speaks when in samples float32 [n], 16 kHz, by these forms."""
    voices = listen(
        samples,
        SegmentationOnnx(load_segmentation(choices.segmentation)),
        alone(WespeakerOnnx(load_trunk(choices.embedding))),
        hop=Hop.ACCURATE,
        on_segmentation=lambda _: None,
        on_embedding=lambda _: None,
    )
    return recluster(voices, SpeakerBounds()).full


def checked_together(
    tried: Choices,
    dialogue: NDArray[np.float32],
    *,
    on_progress: Callable[[float], None],
    hear: Callable[[Choices, NDArray[np.float32]], tuple[Segment, ...]] = people_heard,
) -> Choices:
    """The first of these that passes: the forms that were tried, the embedding's alone, the originals.

    dialogue: float32 [n], 16 kHz, of some people. hear: who speaks when in it.
    """
    if tried.are_original:
        return tried
    expected = hear(Choices(original(), original()), dialogue)
    on_progress(0.5)
    share = relabelled_share(expected, hear(tried, dialogue))
    if share > MAX_RELABELLED and tried.segmentation.folder is not None and tried.embedding.folder is not None:
        tried = replace(tried, segmentation=original(_reason(share)))
        share = relabelled_share(expected, hear(tried, dialogue))
    if share <= MAX_RELABELLED:
        return tried
    return Choices(
        *(choice if choice.reason else original(_reason(share)) for choice in (tried.segmentation, tried.embedding))
    )


def _reason(share: float) -> str:
    return f"with a faster one {share:.1%} of the sample's speech goes to somebody else"
