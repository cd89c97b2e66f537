"""WeSpeaker on torch: the published checkpoint, on a graphics card where there is one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.batching import Batcher
from desktop_app.core.embedding.clip_features import Stretch, embed_each, heard_stretches, pooled_frames
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.torch_trunk import TorchTrunk, bank_count
from desktop_app.core.embedding.voice_frames import VoiceFrames
from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.core.models.torch.lanes import lanes_on
from desktop_app.core.models.torch.torch_device import chosen_device, chosen_precision, precision_note
from desktop_app.core.models.torch.wespeaker_checkpoint import LABEL, load_checkpoint
from desktop_app.core.models.usable_cores import usable_cores
from desktop_app.core.store.settings import Device, Precision
from desktop_app.core.transcript.values import EngineUse
from desktop_app.translation import tr

if TYPE_CHECKING:
    import torch

_BATCH_CLIPS = {"cpu": 4, "cuda": 32}
_BATCH_S = {"cpu": 40.0, "cuda": 256.0}
_GATHER_S = {"cpu": 0.0, "cuda": 0.005}
"""How long a batch waits for more: a card is fast with many clips, a processor as fast with few."""
_CUDA_CALLERS = (1 + lanes_on("cuda")) * _BATCH_CLIPS["cuda"]
"""While the batches run that are on the card at once, the next is gathered."""

_Item = tuple[NDArray[np.float32], list[Stretch]]
_Heard = list[NDArray[np.float32]]


class WespeakerTorch:
    """WeSpeaker on torch. Clips of several threads go through the model in one batch, each as if it were alone."""

    requests = 0

    def __init__(
        self,
        file: Path,
        *,
        sha256: str,
        device: Device = Device.AUTO,
        precision: Precision = Precision.AUTO,
        note: str | None = None,
    ) -> None:
        """file: pyannote's pytorch_model.bin; sha256: of its bytes, in hex. device: 'auto' is a card if there is one.

        precision: of the convolutions; 'auto' is float32 on the processor, and the card's fastest. note: what to record
        of it, instead of its name. ModelUnavailable where the file, torch, pyannote.audio or the device cannot be used.
        """
        model = load_checkpoint(file, sha256=sha256)
        chosen = chosen_device(Device(device), model=LABEL)
        dtype = chosen_precision(Precision(precision), chosen)
        last = model.resnet.seg_1
        self._projection = (last.weight.numpy().copy(), last.bias.numpy().copy())
        self._trunk = _on_device(model, chosen, dtype)
        self._batcher = Batcher(
            self._hear,
            cost=lambda item: len(item[0]) / SAMPLE_RATE_HZ,
            max_items=_BATCH_CLIPS[chosen],
            max_cost=_BATCH_S[chosen],
            wait_s=_GATHER_S[chosen],
            at_once=lanes_on(chosen),
        )
        self.dimension = len(self._projection[1])
        self.callers = _CUDA_CALLERS if chosen == "cuda" else usable_cores()
        self.use = EngineUse("embedding", LABEL, chosen, sha256, note or precision_note(dtype))

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        """See Embedder.frames. EmbeddingFailed where torch fails."""
        banks = bank_count(len(clip.samples))
        stretches = heard_stretches(banks, skim=skim)
        heard = self._batcher.run((clip.samples, stretches)) if stretches else []
        return pooled_frames(clip, banks, list(zip(stretches, heard, strict=True)), self._projection)

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        """Embeddings float32 [clips, dimension]; see Embedder.embed. EmbeddingFailed where torch fails."""
        return embed_each(clips, self)

    def close(self) -> None:
        """Take no more clips; returns when those that were taken are done."""
        self._batcher.close()

    def _hear(self, items: Sequence[_Item]) -> list[_Heard]:
        """The features of a batch; in halves where it does not fit into the device's memory."""
        import torch

        try:
            return self._trunk.features(items)
        except torch.OutOfMemoryError:
            pass  # out of the handler first: its traceback holds on to what fills the memory
        except RuntimeError as error:
            raise EmbeddingFailed(tr("torch failed ({error})", error=first_line(error))) from error
        torch.cuda.empty_cache()
        if len(items) == 1:
            seconds = len(items[0][0]) / SAMPLE_RATE_HZ
            raise EmbeddingFailed(
                tr("a clip of {seconds:.0f} s does not fit into the memory of the device", seconds=seconds)
            )
        half = len(items) // 2
        return self._hear(items[:half]) + self._hear(items[half:])


def _on_device(model: "torch.nn.Module", device: str, precision: "torch.dtype") -> TorchTrunk:
    """The trunk there; ModelUnavailable where the device refuses it."""
    try:
        return TorchTrunk(model, device=device, precision=precision)
    except RuntimeError as error:
        reason = tr("it does not load on {device} ({error})", device=device, error=first_line(error))
        hint = tr("Free the card's memory, or let it run on the processor")
        raise ModelUnavailable(LABEL, reason, hint) from error
