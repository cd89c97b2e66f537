"""Clips decoded side by side: one in each thread, as many threads as the processor has cores."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.parakeet_onnx.onnx_transducer import OnnxTransducer
from desktop_app.core.asr.parakeet_onnx.phrase_boost import PhraseBoost
from desktop_app.core.asr.parakeet_onnx.piece_spelling import PieceSpelling
from desktop_app.core.asr.tokens import Piece
from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.core.models.onnx import onnx_failures
from desktop_app.translation import tr

_REGION_S = 30.0


class ParallelDecoder:
    """A ClipDecoder; for any number of threads at once."""

    note = None

    def __init__(self, model: OnnxTransducer, *, label: str, callers: int) -> None:
        """callers: how many clips are decoded at once."""
        self._model, self._label, self._callers = model, label, callers
        self.batch_s = callers * _REGION_S
        self._spelling = PieceSpelling(model.settings.pieces)
        self._boost = lru_cache(maxsize=1)(self._boost_of)

    def decode(self, clips: Sequence[NDArray[np.float32]], vocabulary: Sequence[str]) -> list[tuple[Piece, ...]]:
        """See ClipDecoder.decode."""
        from onnxruntime import RunOptions

        boost, run = self._boost(tuple(vocabulary)), RunOptions()
        with ThreadPoolExecutor(self._callers) as threads:
            heard = [threads.submit(self._model.hear, clip, boost, run=run) for clip in clips]
            try:
                return [each.result() for each in heard]
            except onnx_failures() as error:
                reason = tr("decoding failed ({error})", error=first_line(error))
                raise ModelUnavailable(self._label, reason, tr("Fetch or import the model anew")) from error
            finally:
                run.terminate = True
                threads.shutdown(cancel_futures=True)

    def _boost_of(self, vocabulary: Sequence[str]) -> PhraseBoost:
        """Phrases with letters that the model does not have are left out."""
        return PhraseBoost([pieces for phrase in vocabulary if (pieces := self._spelling.spell(phrase))])
