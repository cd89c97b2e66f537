"""Decoding that goes on where a card's memory is short or its graphs do not work."""

import logging
from collections.abc import Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.tokens import Piece
from desktop_app.core.asr.transducer import PieceModel
from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.translation import tr

_log = logging.getLogger(__name__)


class CarefulDecoder:
    """A model for several threads, one after the other."""

    def __init__(self, model: PieceModel, *, label: str, batch_s: float) -> None:
        """batch_s: how many seconds of sound may be decoded at once, where the model can."""
        self._model, self._label = model, label
        self._batch_s = batch_s
        self._lock = Lock()
        self.note: str | None = None
        """What a reader must know of how it went."""

    @property
    def batch_s(self) -> float:
        """How many seconds of sound should be given at once; 0: one clip."""
        return self._batch_s if self._model.graphs else 0.0

    def decode(self, clips: Sequence[NDArray[np.float32]], vocabulary: Sequence[str]) -> list[tuple[Piece, ...]]:
        """The pieces of each clip, float32 [n], 16 kHz. ModelUnavailable where no other try would mend it."""
        with self._lock:
            self._model.prefer(vocabulary)
            return self._decode(clips)

    def _decode(self, clips: Sequence[NDArray[np.float32]]) -> list[tuple[Piece, ...]]:
        """The same, in halves where the memory is too small for all at once."""
        import torch

        try:
            return self._with_graphs_or_without(clips)
        except torch.OutOfMemoryError:
            pass  # out of the handler first: its traceback holds on to what fills the memory
        except RuntimeError as error:
            raise ModelUnavailable(
                self._label,
                tr("decoding failed ({error})", error=first_line(error)),
                tr("Let it run on the processor"),
            ) from error
        torch.cuda.empty_cache()
        if len(clips) == 1:
            raise ModelUnavailable(
                self._label,
                tr("the device's memory is too small for a minute of speech"),
                tr("Close what else uses the card, or let it run on the processor"),
            )
        self._batch_s /= 2
        _log.warning("not enough memory for %d clips at once: half as many from now on", len(clips))
        half = len(clips) // 2
        return self._decode(clips[:half]) + self._decode(clips[half:])

    def _with_graphs_or_without(self, clips: Sequence[NDArray[np.float32]]) -> list[tuple[Piece, ...]]:
        import torch

        if self._model.graphs:
            try:
                return self._model.hear(clips)
            except torch.OutOfMemoryError:
                raise
            except Exception as error:  # noqa: BLE001  what NeMo raises of CUDA has no class in common
                self._model.turn_graphs_off()
                self.note = f"decoding without CUDA graphs, which failed ({first_line(error)})"
                _log.warning("%s: %s", self._label, self.note)
        # Without graphs, one clip's durations end up in another's.
        return [self._model.hear([clip])[0] for clip in clips]
