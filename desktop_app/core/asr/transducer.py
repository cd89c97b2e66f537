"""A NeMo transducer (TDT) set up to emit pieces with frames and confidences, and to prefer given words."""

import copy
import math
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.tokens import Piece
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import torch
    from nemo.collections.asr.models import EncDecRNNTBPEModel

BOOST = 1.0
"""How much a word of the vocabulary is preferred: it wins where the model wavers, and never where it is sure."""
_LEAST_SAMPLES = SAMPLE_RATE_HZ


class PieceModel(Protocol):
    """Turns clips into pieces; for one thread at a time."""

    @property
    def frame_ms(self) -> float:
        """How long a frame of the encoder lasts."""
        ...

    @property
    def graphs(self) -> bool:
        """Whether decoding runs as CUDA graphs: only then may clips of several lengths be decoded at once."""
        ...

    def hear(self, clips: Sequence[NDArray[np.float32]]) -> list[tuple[Piece, ...]]:
        """The pieces of each clip, float32 [n], 16 kHz. RuntimeError where torch fails."""
        ...

    def prefer(self, vocabulary: Sequence[str]) -> None:
        """Prefer these words and phrases, spelled so, from now on; none: hear what there is."""
        ...

    def turn_graphs_off(self) -> None:
        """Decode without CUDA graphs from now on."""
        ...


class Transducer:
    """A PieceModel in NeMo."""

    def __init__(self, model: "EncDecRNNTBPEModel", *, device: str, dtype: "torch.dtype") -> None:
        """model: for inference, on the processor; it is moved to the device. dtype: of all that comes after the
        filter banks, which lose too much in less than float32."""
        for part in (model.encoder, model.decoder, model.joint):
            part.to(dtype)
        self._model = model.to(device)
        self._device, self._dtype = device, dtype
        features = model.preprocessor.featurizer
        features.dither, features.pad_to = 0.0, 0
        stride_s = model.cfg.preprocessor.window_stride
        self.frame_ms = float(model.encoder.subsampling_factor * stride_s * 1000)
        self._graphs_wanted = device == "cuda"
        self._vocabulary: tuple[str, ...] = ()
        self._configure()

    @property
    def piece_count(self) -> int:
        """How many pieces the model knows."""
        return int(self._model.tokenizer.vocab_size)

    @property
    def graphs(self) -> bool:
        """See PieceModel.graphs."""
        computer = self._model.decoding.decoding.decoding_computer
        return self._device == "cuda" and computer.cuda_graphs_mode is not None

    def hear(self, clips: Sequence[NDArray[np.float32]]) -> list[tuple[Piece, ...]]:
        """See PieceModel.hear."""
        import torch

        lengths = [max(len(clip), _LEAST_SAMPLES) for clip in clips]
        sound = np.zeros((len(clips), max(lengths)), np.float32)
        for row, clip in zip(sound, clips, strict=True):
            row[: len(clip)] = clip
        with torch.inference_mode():
            features, frames = self._model.preprocessor(
                input_signal=torch.from_numpy(sound).to(self._device),
                length=torch.tensor(lengths, device=self._device),
            )
            encoded, frames = self._model.encoder(audio_signal=features.to(self._dtype), length=frames)
            heard = self._model.decoding.rnnt_decoder_predictions_tensor(
                encoder_output=encoded, encoded_lengths=frames, return_hypotheses=True
            )
        return [self._pieces(hypothesis) for hypothesis in heard]

    def prefer(self, vocabulary: Sequence[str]) -> None:
        """See PieceModel.prefer. Phrases with letters that the model does not have are left out."""
        known = tuple(phrase for phrase in vocabulary if self._can_spell(phrase))
        if known != self._vocabulary:
            self._vocabulary = known
            self._configure()

    def turn_graphs_off(self) -> None:
        """See PieceModel.turn_graphs_off."""
        self._graphs_wanted = False
        self._configure()

    def _can_spell(self, phrase: str) -> bool:
        tokenizer = self._model.tokenizer
        ids = tokenizer.text_to_ids(phrase)
        return bool(ids) and tokenizer.tokenizer.unk_id() not in ids

    def _pieces(self, hypothesis: Any) -> tuple[Piece, ...]:  # noqa: ANN401  NeMo's, of which little is kept
        texts = self._model.tokenizer.ids_to_tokens([int(each) for each in hypothesis.y_sequence])
        columns = hypothesis.timestamp, hypothesis.token_duration, hypothesis.token_confidence
        return tuple(
            Piece(text, int(frame), int(frames), self._probability(float(confidence)))
            for text, frame, frames, confidence in zip(texts, *columns, strict=True)
        )

    def _probability(self, confidence: float) -> float:
        """Of a piece whose confidence NeMo tells: 0 where all are as probable as it, 1 where no other is."""
        choices = self.piece_count + 1
        return (confidence * (choices - 1) + 1) / choices if math.isfinite(confidence) else 0.0

    def _configure(self) -> None:
        """Rebuild the decoder. NeMo's own word times and word confidences stay off: both fail on unusual pieces."""
        from omegaconf import OmegaConf, open_dict

        decoding = copy.deepcopy(self._model.cfg.decoding)
        with open_dict(decoding):
            decoding.strategy = "greedy_batch"
            decoding.compute_timestamps = False
            decoding.tdt_include_token_duration = True
            decoding.confidence_cfg = _confidence()
            OmegaConf.update(decoding, "greedy.use_cuda_graph_decoder", self._graphs_wanted, force_add=True)
            OmegaConf.update(decoding, "greedy.boosting_tree", self._boosting_tree(), force_add=True)
            alpha = BOOST if self._vocabulary else 0.0
            OmegaConf.update(decoding, "greedy.boosting_tree_alpha", alpha, force_add=True)
        self._model.change_decoding_strategy(decoding, verbose=False)

    def _boosting_tree(self) -> dict[str, Any]:
        return {
            "key_phrases_list": list(self._vocabulary) or None,
            "context_score": 1.0,
            "depth_scaling": 2.0,
            "use_triton": self._device == "cuda" and find_spec("triton") is not None,
        }


def _confidence() -> Any:  # noqa: ANN401  a tree of settings
    from nemo.collections.asr.parts.utils.asr_confidence_utils import ConfidenceConfig, ConfidenceMethodConfig
    from omegaconf import OmegaConf

    # By the probability of the piece, as of every engine: NeMo's defaults are the entropy, and an exponent of 0.33.
    method = ConfidenceMethodConfig(name="max_prob", alpha=1.0)
    return OmegaConf.structured(ConfidenceConfig(preserve_token_confidence=True, exclude_blank=True, method_cfg=method))
