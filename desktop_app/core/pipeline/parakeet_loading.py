"""Parakeet without torch: made ready for this computer, tested on it, and loaded."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.parakeet_onnx.model_files import TransducerSettings, read_settings, transducer_files
from desktop_app.core.asr.parakeet_onnx.recogniser import ParakeetOnnx
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.log_mel import LogMel
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.encoder.encoder_check import EncoderCheck
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource, encoder_source
from desktop_app.core.models.forms.encoder.prepared_encoder import encoder_file, kept_encoder, prepared_encoder
from desktop_app.core.models.forms.encoder.seen_source import FileTimes, keep_seen, times_of, was_seen
from desktop_app.core.models.forms.model_forms import EXACT, Choice, original
from desktop_app.core.models.locate_model import FoundModel, find_model, require_right_bytes
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.onnx import accelerators, require_sound_version
from desktop_app.core.models.packaged_models import reinstall, speech_recordings
from desktop_app.core.pipeline.engine_check import require_passed
from desktop_app.core.store.settings import Device
from desktop_app.translation import tr

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
    label = f"{spec.label}, your own" if found.own else spec.label
    files = transducer_files([path for path, _ in found.files], label)
    encoder = _Encoder(found, files.encoder, label)
    require_right_bytes(replace(found, files=tuple(each for each in found.files if each not in encoder.files)))
    require_sound_version(label)
    settings = read_settings(files, label)
    made = partial(ParakeetOnnx, settings=settings, sha256=encoder.source.sha256, label=label)
    refused = None
    if device is not Device.CPU and (providers := accelerators()):
        encoder.require_right_bytes()
        try:
            on_card = f"on {providers[0].removesuffix('ExecutionProvider')}"
            return _passed(found, made(files, note=on_card, providers=providers), on_test)
        except ModelUnavailable as failure:
            refused = f"the graphics card was not used ({failure.reason})"
    choice = encoder.exact() if exact else encoder.preferred(settings, on_ready)
    note = "; ".join(filter(None, [choice.note, refused]))
    files = files.with_encoder(encoder_file(choice, encoder.source))
    return _passed(found, made(files, note=note or None), on_test)


def _passed(found: FoundModel, parakeet: ParakeetOnnx, on_test: OnProgress) -> ParakeetOnnx:
    """It, if it has passed its test here, or does now."""
    sha256 = found.files[0][1].sha256
    require_passed(found.spec.name, sha256, parakeet, runtime="onnxruntime", on_progress=on_test)
    return parakeet


class _Encoder:
    """The encoder as it was fetched: its file, and that of its weights, if they are too large for one.

    Its bytes, 0.7 to 2.5 GB, are compared at most once, and only where it is loaded, or may have changed.
    """

    def __init__(self, found: FoundModel, encoder: Path, label: str) -> None:
        by_path = dict(found.files)
        paths = (encoder, encoder.with_name(f"{encoder.name}.data"))
        self.files = tuple((path, by_path[path]) for path in paths if path in by_path)
        self.source = encoder_source(found.spec.name, label, self.files)
        self._found = replace(found, files=self.files)
        self._is_right = False

    def require_right_bytes(self) -> None:
        """ModelUnavailable unless every byte is right."""
        if not self._is_right:
            require_right_bytes(self._found)
            self._is_right = True

    def exact(self) -> Choice:
        """As it was fetched; ModelUnavailable."""
        self.require_right_bytes()
        return original(EXACT)

    def preferred(self, settings: TransducerSettings, on_progress: OnProgress) -> Choice:
        """The form that suits this processor, made where it is not there; ModelUnavailable. What is not to be loaded is
        not read again where nothing has changed since it was."""
        kept, times = kept_encoder(self.source), self._times()
        if kept is not None and kept.folder is not None and was_seen(kept.folder, times):
            return kept
        self.require_right_bytes()
        choice = kept or _prepared(self.source, settings, on_progress)
        if choice.folder is not None:
            keep_seen(choice.folder, times)
        return choice

    def _times(self) -> FileTimes:
        try:
            return times_of([path for path, _ in self.files])
        except OSError:
            return []


def _prepared(source: EncoderSource, settings: TransducerSettings, on_progress: OnProgress) -> Choice:
    @cache
    def check() -> EncoderCheck:  # only where a form is to be made: the speech is decoded for it
        log_mel = LogMel(settings.bands, is_normalised=settings.is_normalised)
        clips = [log_mel.features(clip)[0] for clip in chain.from_iterable(map(_clips, speech_recordings()))]
        return EncoderCheck(source.path, clips, source.label)

    try:
        return prepared_encoder(source, lambda form: check()(form), on_progress=on_progress)
    except AudioError as error:
        reason = tr("the speech to check its form on cannot be read ({error})", error=error)
        raise ModelUnavailable(source.label, reason, reinstall()) from error


def _clips(path: Path) -> Sequence[NDArray[np.float32]]:
    """Some speech of a recording that comes with the models, float32 [n], 16 kHz."""
    length = _CLIP_S * SAMPLE_RATE_HZ
    with open_recording(path) as recording:
        starts = range(SAMPLE_RATE_HZ, len(recording.samples) - length, length)[:_CLIPS_EACH]
        return [np.array(recording.samples[start : start + length]) for start in starts]
