"""A TDT transducer on onnxruntime: greedy decoding as NeMo's, piece by piece.

Source: Xu et al., "Efficient Sequence Transduction by Jointly Predicting Tokens and Durations" (ICML 2023), and NeMo's
GreedyTDTInfer, whose pieces, frames and durations it gives.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.parakeet_onnx.model_files import TAKE_ANOTHER, TransducerFiles, TransducerSettings
from desktop_app.core.asr.parakeet_onnx.phrase_boost import NOTHING, PhraseBoost
from desktop_app.core.asr.tokens import Piece
from desktop_app.core.audio.log_mel import LogMel
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.onnx import onnx_failures, single_threaded_session
from desktop_app.translation import tr

if TYPE_CHECKING:
    from onnxruntime import RunOptions

_LEAST_SAMPLES = SAMPLE_RATE_HZ
_MOST_SAMPLES = 60 * SAMPLE_RATE_HZ
"""The attention of an exported encoder ends at 400 s, and its memory grows with the square."""
_ENCODER_INPUTS, _ENCODER_OUTPUTS = ("audio_signal", "length"), ("outputs", "encoded_lengths")
_DECODER_INPUTS = ("encoder_outputs", "targets", "target_length", "input_states_1", "input_states_2")
_DECODER_OUTPUTS = ("outputs", "output_states_1", "output_states_2")
_FLOAT = "tensor(float)"
State = tuple[NDArray[np.float32], NDArray[np.float32]]
"""What was said so far, as the decoder knows it."""


class OnnxTransducer:
    """Turns clips into pieces; for any number of threads at once, each of which does its own work."""

    def __init__(
        self, files: TransducerFiles, settings: TransducerSettings, *, label: str, providers: Sequence[str] = ()
    ) -> None:
        """settings: of these files. providers: onnxruntime's, the preferred first; none: the processor.
        ModelUnavailable, under this label, if they do not fit together or onnxruntime refuses them."""
        self.settings = settings
        self._label = label
        self._log_mel = LogMel(settings.bands, is_normalised=settings.is_normalised)
        self._encoder = single_threaded_session(files.encoder, label, providers)
        self._decoder = single_threaded_session(files.decoder, label, providers)
        self._check_names()
        self._number_type = np.int32 if "int32" in self._decoder.get_inputs()[1].type else np.int64
        self._start = self._fresh_state()
        self._check_vocabulary()

    def hear(
        self, clip: NDArray[np.float32], boost: PhraseBoost = NOTHING, *, run: "RunOptions | None" = None
    ) -> tuple[Piece, ...]:
        """The pieces of a clip, float32 [n], 16 kHz, of at most 60 s: what is behind that is not heard.

        boost: phrases to prefer. run: whoever no longer waits tells it to end. What onnx_failures names where it
        fails, or was told to end.
        """
        frames = self._encode(clip[:_MOST_SAMPLES], run)
        found: list[Piece] = []
        last, state, spelled = self.settings.blank, self._start, boost.start
        frame = on_frame = 0
        while frame < len(frames):
            scores, following = self._step(frames[frame], last, state, run)
            piece, confidence, lasts = self._choose(scores, boost, spelled)
            if piece != self.settings.blank:
                found.append(Piece(self.settings.pieces[piece], frame, lasts, confidence))
                last, state, spelled = piece, following, boost.after(spelled, piece)
                on_frame += 1
            if not lasts and (piece == self.settings.blank or on_frame >= self.settings.most_pieces):
                lasts = 1
            if lasts:
                frame, on_frame = frame + lasts, 0
        return tuple(found)

    def _encode(self, clip: NDArray[np.float32], run: "RunOptions | None") -> NDArray[np.float32]:
        """float32 [frames, width]."""
        clip = np.nan_to_num(clip, posinf=0.0, neginf=0.0)
        if len(clip) < _LEAST_SAMPLES:
            clip = np.pad(clip, (0, _LEAST_SAMPLES - len(clip)))
        features, valid = self._log_mel.features(clip)
        given = {"audio_signal": features[None], "length": np.array([valid], np.int64)}
        encoded, lengths = self._encoder.run(_ENCODER_OUTPUTS, given, run)
        return np.ascontiguousarray(encoded[0].T[: int(lengths[0])])

    def _step(
        self, frame: NDArray[np.float32], last: int, state: State, run: "RunOptions | None" = None
    ) -> tuple[NDArray[np.float32], State]:
        """The logits of all pieces, of none and of all durations, float32 [n]; and what is known then."""
        given = {
            "encoder_outputs": frame[None, :, None],
            "targets": np.array([[last]], self._number_type),
            "target_length": np.array([1], self._number_type),
            "input_states_1": state[0],
            "input_states_2": state[1],
        }
        scores, first, second = self._decoder.run(_DECODER_OUTPUTS, given, run)
        return scores.reshape(-1), (first, second)

    def _choose(self, scores: NDArray[np.float32], boost: PhraseBoost, spelled: int) -> tuple[int, float, int]:
        """A piece, or none; its probability; and how many frames it lasts."""
        logits, durations = scores[: self.settings.blank + 1], scores[self.settings.blank + 1 :]
        best = int(logits.argmax())
        if best != self.settings.blank:
            best = boost.choose(logits, best, spelled)
        probability = 1.0 / float(np.exp(logits - logits[best], dtype=np.float64).sum())
        lasts = self.settings.durations[int(durations.argmax())]
        return best, probability if np.isfinite(probability) else 0.0, lasts

    def _fresh_state(self) -> State:
        shapes = {each.name: each.shape for each in self._decoder.get_inputs()}
        layers_and_width = [(shapes[name][0], shapes[name][2]) for name in _DECODER_INPUTS[3:]]
        first, second = (np.zeros((layers, 1, width), np.float32) for layers, width in layers_and_width)
        return first, second

    def _check_names(self) -> None:
        """ModelUnavailable unless both parts take and give what such models do, in float32."""
        for session, takes, gives in (
            (self._encoder, _ENCODER_INPUTS, _ENCODER_OUTPUTS),
            (self._decoder, _DECODER_INPUTS, _DECODER_OUTPUTS[:1]),
        ):
            types = {each.name: each.type for each in [*session.get_inputs(), *session.get_outputs()]}
            missing = [name for name in (*takes, *gives) if name not in types]
            if missing:
                raise self._refused(tr("its parts are those of another model: {names}", names=", ".join(missing)))
            if types[takes[0]] != _FLOAT or types[gives[0]] != _FLOAT:
                raise self._refused(tr("it takes numbers of another kind: {kind}", kind=types[takes[0]]))
        bands = self._encoder.get_inputs()[0].shape[1]
        if isinstance(bands, int) and bands != self.settings.bands:
            raise self._refused(
                tr("its encoder takes {found} bands, not {said}", found=bands, said=self.settings.bands)
            )

    def _check_vocabulary(self) -> None:
        """ModelUnavailable unless the decoder knows as many pieces as the vocabulary."""
        width = self._encoder.get_outputs()[0].shape[1]
        wanted = self.settings.blank + 1 + len(self.settings.durations)
        try:
            scores, _ = self._step(np.zeros(width, np.float32), self.settings.blank, self._start)
        except onnx_failures() as error:
            raise self._refused(tr("its encoder and decoder do not fit each other")) from error
        if len(scores) != wanted:
            raise self._refused(
                tr(
                    "its decoder tells {found} scores, and {wanted} belong to its vocabulary of {pieces} pieces",
                    found=len(scores),
                    wanted=wanted,
                    pieces=self.settings.blank,
                )
            )

    def _refused(self, reason: str) -> ModelUnavailable:
        return ModelUnavailable(self._label, reason, TAKE_ANOTHER)
