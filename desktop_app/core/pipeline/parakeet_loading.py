"""Parakeet without torch: made ready for this computer, tested on it, and loaded."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.parakeet_onnx.model_files import TransducerSettings, read_settings, transducer_files
from desktop_app.core.asr.parakeet_onnx.recogniser import ParakeetOnnx
from desktop_app.core.audio.log_mel import LogMel
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.encoder.encoder_check import EncoderCheck
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource, encoder_source
from desktop_app.core.models.forms.encoder.prepared_encoder import encoder_file, prepared_encoder
from desktop_app.core.models.forms.model_forms import EXACT, Choice, original
from desktop_app.core.models.locate_model import FoundModel, find_model, require_right_bytes
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.onnx import accelerators, require_sound_version
from desktop_app.core.models.packaged_models import speech_recordings
from desktop_app.core.pipeline.engine_check import require_passed
from desktop_app.core.store.settings import Device

_CLIP_S = 8
_CLIPS_EACH = 2
OnProgress = Callable[[float], None]


def load_parakeet_onnx(
    spec: ModelSpec,
    *,
    exact: bool,
    device: Device = Device.AUTO,
    on_ready: OnProgress = lambda _: None,
    on_test: OnProgress = lambda _: None,
) -> ParakeetOnnx:
    """Parakeet on onnxruntime, of this model, in the form that suits this processor, which has passed its test here.

    exact: as it was fetched, whatever is faster. device: a graphics card is used where the installed onnxruntime knows
    it, but for 'cpu'; where it does not pass, that is noted. on_ready: of making it ready, on_test: of its test, 0 to
    1; neither is called where that is done already. ModelUnavailable if it cannot be used.
    """
    found = find_model(spec)
    require_right_bytes(found)
    label = f"{spec.label}, your own" if found.own else spec.label
    require_sound_version(label)
    paths = [path for path, _ in found.files]
    files = transducer_files(paths, label)
    settings = read_settings(files, label)
    source = _encoder_source(found, files.encoder, label)
    refused = None
    if device is not Device.CPU and (providers := accelerators()):
        try:
            note = f"on {providers[0].removesuffix('ExecutionProvider')}"
            fast = ParakeetOnnx(files, settings, sha256=source.sha256, label=label, note=note, providers=providers)
            return _passed(found, fast, on_test)
        except ModelUnavailable as failure:
            refused = f"the graphics card was not used ({failure.reason})"
    choice = original(EXACT) if exact else _choice(source, settings, on_ready)
    files, note = files.with_encoder(encoder_file(choice, source)), "; ".join(filter(None, [choice.note, refused]))
    return _passed(found, ParakeetOnnx(files, settings, sha256=source.sha256, label=label, note=note or None), on_test)


def _passed(found: FoundModel, parakeet: ParakeetOnnx, on_test: OnProgress) -> ParakeetOnnx:
    """It, if it has passed its test here, or does now."""
    sha256 = found.files[0][1].sha256
    require_passed(found.spec.name, sha256, parakeet, runtime="onnxruntime", on_progress=on_test)
    return parakeet


def _encoder_source(found: FoundModel, encoder: Path, label: str) -> EncoderSource:
    weights = encoder.with_name(f"{encoder.name}.data")
    by_path = dict(found.files)
    return encoder_source(
        found.spec.name, label, [(path, by_path[path]) for path in (encoder, weights) if path in by_path]
    )


def _choice(source: EncoderSource, settings: TransducerSettings, on_progress: OnProgress) -> Choice:
    @cache
    def check() -> EncoderCheck:  # only where a form is to be made: the speech is decoded for it
        log_mel = LogMel(settings.bands, is_normalised=settings.is_normalised)
        clips = [log_mel.features(clip)[0] for clip in chain.from_iterable(map(_clips, speech_recordings()))]
        return EncoderCheck(source.path, clips, source.label)

    return prepared_encoder(source, lambda form: check()(form), on_progress=on_progress)


def _clips(path: Path) -> Sequence[NDArray[np.float32]]:
    """Some speech of a recording that comes with the models, float32 [n], 16 kHz."""
    length = _CLIP_S * SAMPLE_RATE_HZ
    with open_recording(path) as recording:
        starts = range(SAMPLE_RATE_HZ, len(recording.samples) - length, length)[:_CLIPS_EACH]
        return [np.array(recording.samples[start : start + length]) for start in starts]
