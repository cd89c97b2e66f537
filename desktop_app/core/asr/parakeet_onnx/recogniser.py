"""Parakeet on onnxruntime: whole recordings, with measured word times."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.parakeet_onnx.model_files import TransducerFiles, TransducerSettings
from desktop_app.core.asr.parakeet_onnx.onnx_transducer import OnnxTransducer
from desktop_app.core.asr.parakeet_onnx.parallel_decoding import ParallelDecoder
from desktop_app.core.asr.region_decoding import RegionDecoder
from desktop_app.core.asr.speech_regions import cut_speech
from desktop_app.core.asr.vocabulary import phrases
from desktop_app.core.models.known_languages import parakeet_languages
from desktop_app.core.models.usable_cores import usable_cores
from desktop_app.core.transcript.values import EngineUse, Span, Word

_CUDA = "CUDAExecutionProvider"
MOST_REGION_MS = 20_000
"""Two of 30 s at once need 0.4 GB more, and are no faster; 60 s take a fifth more time for each second."""


class ParakeetOnnx:
    """A Parakeet TDT model, exported to ONNX. It may be used from several threads."""

    language = None
    """It does not tell which it hears."""

    def __init__(
        self,
        files: TransducerFiles,
        settings: TransducerSettings,
        *,
        sha256: str,
        label: str,
        note: str | None = None,
        providers: Sequence[str] = (),
    ) -> None:
        """files: their bytes are known to be right; settings: what they say. sha256: of the encoder as it was
        published, in hex. note: what a reader must know of its form. providers: of onnxruntime, preferred to the
        processor. ModelUnavailable where they cannot be used."""
        self._frame_ms = settings.frame_ms
        model = OnnxTransducer(files, settings, label=label, providers=providers)
        self._decoder = ParallelDecoder(model, label=label, callers=usable_cores())
        self.languages = parakeet_languages(len(settings.pieces))
        """Those the model was taught, as BCP 47 tags."""
        self.use = EngineUse(
            role="asr", name=label, device="cuda" if _CUDA in providers else "cpu", sha256=sha256, note=note
        )
        """What the transcript records about this engine."""

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        language: str | None = None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        """The words, about ten minutes at a time; see RecordingRecogniser.recognise_recording."""
        hearing = RegionDecoder(self._decoder, self._frame_ms, samples, phrases(vocabulary))
        return hearing.words_of(cut_speech(samples, speech, most_ms=MOST_REGION_MS), on_progress)
