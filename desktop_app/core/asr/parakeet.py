"""Parakeet (NVIDIA's TDT transducers) through NeMo: whole recordings, with measured word times."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.careful_decoding import CarefulDecoder
from desktop_app.core.asr.parakeet_file import load_parakeet
from desktop_app.core.asr.region_decoding import RegionDecoder
from desktop_app.core.asr.speech_regions import cut_speech
from desktop_app.core.asr.transducer import Transducer
from desktop_app.core.asr.vocabulary import phrases
from desktop_app.core.models.known_languages import parakeet_languages
from desktop_app.core.models.torch.torch_device import chosen_device, chosen_precision, precision_note
from desktop_app.core.store.settings import Device, Precision
from desktop_app.core.transcript.values import EngineUse, Span, Word

LABEL = "Parakeet TDT 0.6B v3"
_SECONDS_PER_GIB = 12.0
"""Sound decoded at once for each GiB of a card: five minutes on 24 GiB."""


class Parakeet:
    """A Parakeet TDT model. It may be used from several threads: they take turns."""

    language = None

    def __init__(
        self,
        file: Path,
        *,
        sha256: str,
        device: Device | str = Device.AUTO,
        precision: Precision | str = Precision.AUTO,
        label: str = LABEL,
    ) -> None:
        """file: a .nemo file; sha256: of its bytes, in hex. device: 'auto' is a CUDA card where there is one.

        precision: 'auto' is float32 on the processor, and on a card bfloat16 where it has it, else float16. label: what
        the model is called. ModelUnavailable where the file, NeMo, torch or the device cannot be used.
        """
        chosen = chosen_device(Device(device), model=label)
        dtype = chosen_precision(Precision(precision), chosen)
        model = Transducer(load_parakeet(file, sha256=sha256, label=label), device=chosen, dtype=dtype)
        self._frame_ms = model.frame_ms
        self._decoder = CarefulDecoder(model, label=label, batch_s=_batch_s(chosen))
        self.languages = parakeet_languages(model.piece_count)
        """Those the model was taught, as BCP 47 tags."""
        self._use = EngineUse(role="asr", name=label, device=chosen, sha256=sha256, note=precision_note(dtype))

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine, with what went wrong so far."""
        notes = [note for note in (self._use.note, self._decoder.note) if note]
        return replace(self._use, note="; ".join(notes) or None)

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        language: str | None = None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        """The words, about ten minutes at a time; see RecordingRecogniser.recognise_recording.

        Nothing is held between two of them but the regions' times: close the iterator to stop.
        """
        hearing = RegionDecoder(self._decoder, self._frame_ms, samples, phrases(vocabulary))
        return hearing.words_of(cut_speech(samples, speech), on_progress)


def _batch_s(device: str) -> float:
    import torch

    if device == "cpu":
        return 0.0
    return float(
        torch.cuda.get_device_properties(torch.cuda.current_device()).total_memory / (1 << 30) * _SECONDS_PER_GIB
    )
