"""Whether an encoder in another form still says what the original says of the same speech."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.form_trial import Agreement
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.usable_cores import usable_cores

MAX_ERROR = 0.06
"""Of what a form puts out, in parts of what the original does. Forms in order have 0.014 to 0.033; those whose products
are cut off in 16 bits have 0.076 in a trained model of two layers, and 0.2 to 0.4 in others."""

Outputs = Sequence[NDArray[np.float32]]
"""What an encoder puts out for each clip: float32 [channels, frames]."""
Run = Callable[[Path, Sequence[NDArray[np.float32]], str], Outputs]


def encoder_outputs(path: Path, clips: Sequence[NDArray[np.float32]], label: str) -> Outputs:
    """What the encoder in this file puts out for the clips' features, each float32 [mels, frames].

    All cores are used, and the encoder is gone from memory afterwards. ModelUnavailable if onnxruntime refuses it.
    """
    session = single_threaded_session(path, label)

    def output(clip: NDArray[np.float32]) -> NDArray[np.float32]:
        inputs = {"audio_signal": clip[None], "length": np.array([clip.shape[1]], np.int64)}
        outputs, lengths = session.run(["outputs", "encoded_lengths"], inputs)
        return np.asarray(outputs[0, :, : int(lengths[0])], np.float32)

    with ThreadPoolExecutor(usable_cores()) as pool:
        return list(pool.map(output, clips))


class EncoderCheck:
    """Compares forms of an encoder with its source on the same speech; the source is run when the first is compared."""

    def __init__(
        self, source: Path, clips: Sequence[NDArray[np.float32]], label: str, run: Run = encoder_outputs
    ) -> None:
        """clips: features of speech, each float32 [mels, frames]. run: gives the outputs of the encoder in a file."""
        self._source, self._clips, self._label, self._run = source, clips, label, run
        self._expected: Outputs | None = None

    def __call__(self, form: Path) -> Agreement:
        """How far what the encoder in this file puts out is what the source does. ModelUnavailable."""
        if self._expected is None:
            self._expected = self._run(self._source, self._clips, self._label)
        return output_agreement(self._expected, self._run(form, self._clips, self._label))


def output_agreement(expected: Outputs, found: Outputs) -> Agreement:
    """How far outputs for the same clips agree; the difference is the greatest error of a clip, see MAX_ERROR."""
    if not expected:
        return Agreement(1.0, 0.0, 0.0, "there is no speech to check it on")
    if [each.shape for each in expected] != [each.shape for each in found]:
        return Agreement(1.0, 0.0, 0.0, "what it puts out has another shape")
    pairs = [(np.float64(one).ravel(), np.float64(other).ravel()) for one, other in zip(expected, found, strict=True)]
    with np.errstate(divide="ignore", invalid="ignore"):
        errors = [float(np.linalg.norm(other - one) / np.linalg.norm(one)) for one, other in pairs]
        cosines = [float(one @ other / np.linalg.norm(one) / np.linalg.norm(other)) for one, other in pairs]
    error = float(np.max(errors))
    return Agreement(error, min(cosines), float(np.mean(cosines)), _fault(error))


def _fault(error: float) -> str | None:
    """Worded so that what is not a number fails."""
    return None if error <= MAX_ERROR else f"what it puts out is too different (off by {error:.1%})"
