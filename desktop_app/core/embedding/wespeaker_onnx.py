"""WeSpeaker ResNet34-LM on the processor."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.clip_features import embed_each, heard_stretches, pooled_frames
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.embedding.voice_frames import VoiceFrames
from desktop_app.core.models.forms.wespeaker_trunk import Trunk, original_trunk
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.usable_cores import usable_cores
from desktop_app.core.transcript.values import EngineUse


class WespeakerOnnx:
    """The carried WeSpeaker model: 256 numbers a clip.

    Its trunk uses the calling thread alone, and several threads work on a clip each: on two cores that is as fast as
    two threads on one clip, and it does not collapse when another process wants a core.
    """

    requests = 0

    def __init__(self, trunk: Trunk | None = None) -> None:
        """trunk: the form of the model to use; as it is carried if not given.

        ModelUnavailable if the carried model is missing or its bytes are wrong.
        """
        self._trunk = original_trunk() if trunk is None else trunk
        projection = self._trunk.projection
        self._projection = (projection.weight, projection.bias)
        self.dimension = len(projection.bias)
        self.callers = usable_cores()
        self.use = EngineUse(
            role="embedding",
            name=WESPEAKER.label,
            device="cpu",
            sha256=WESPEAKER.files[0].sha256,
            note=self._trunk.note,
        )

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        """See Embedder.frames."""
        banks = fbank(clip.samples)
        heard = [
            (stretch, self._trunk.features(banks[slice(*stretch)]))
            for stretch in heard_stretches(len(banks), skim=skim)
        ]
        return pooled_frames(clip, len(banks), heard, self._projection)

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        """Embeddings float32 [clips, 256]; see Embedder.embed."""
        return embed_each(clips, self)
