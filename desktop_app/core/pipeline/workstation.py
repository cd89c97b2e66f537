"""The engines that are not carried: fetched ones, and on another computer."""

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from desktop_app.core.asr.parakeet import LABEL, Parakeet
from desktop_app.core.asr.whisper.faster_whisper_clips import FasterWhisperClips
from desktop_app.core.asr.whisper.recogniser import Whisper
from desktop_app.core.diarization.recording_segmenter import RecordingSegmenter
from desktop_app.core.diarization.sortformer.engine import Sortformer
from desktop_app.core.embedding.remote import RemoteEmbedder
from desktop_app.core.embedding.wespeaker_torch import WespeakerTorch
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.file_state import sha256_of
from desktop_app.core.models.locate_model import circumstances_of, find_model, require_right_bytes, search_model
from desktop_app.core.models.manifest import PARAKEET, WESPEAKER_CHECKPOINT, WHISPER_BASE, WHISPER_SMALL, WHISPERS
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.torch.cuda import card_name, driver_is_there
from desktop_app.core.models.torch.torch_device import chosen_device, half_precisions
from desktop_app.core.pipeline.card_precision import card_precision, chosen
from desktop_app.core.pipeline.engine_check import passed_test, require_passed
from desktop_app.core.pipeline.meeting_check import take_dialogue_test
from desktop_app.core.pipeline.preference import MODEL_OF, WHISPER, lacks_better_words
from desktop_app.core.store.settings import Device, DiarizationSettings, Precision, RemoteSettings, Settings
from desktop_app.translation import tr

_NAME_IT = tr("Name its file in the settings: {command}", command="diarist settings diarization.model FILE")


def card_expected() -> bool:
    """Whether engines on torch are to be expected to run on a graphics card here. Imports nothing.

    They are where torch is installed and the system has the driver of a card, whether or not torch imports or finds
    the card: that it does not must come out.
    """
    return find_spec("torch") is not None and driver_is_there()


def load_wespeaker_torch(device: Device, precision: Precision) -> WespeakerTorch:
    """WeSpeaker on torch; ModelUnavailable if it cannot be used. On a card, a precision that nobody chose is tried."""
    ((file, spec),) = find_model(WESPEAKER_CHECKPOINT).files
    load = partial(WespeakerTorch, file, sha256=spec.sha256, device=device)
    if precision is not Precision.AUTO or chosen_device(device, model=WESPEAKER_CHECKPOINT.label) != "cuda":
        return load(precision=precision)
    choice = card_precision(
        lambda tried: load(precision=tried), half_precisions(), sha256=spec.sha256, card=card_name()
    )
    return load(precision=chosen(choice), note=choice.note)


def load_parakeet(device: Device, precision: Precision) -> Parakeet:
    """Parakeet; ModelUnavailable if it cannot be used."""
    found = find_model(PARAKEET)
    ((file, spec),) = found.files
    label = f"{LABEL}, your own" if found.own else LABEL
    return Parakeet(file, sha256=spec.sha256, device=device, precision=precision, label=label)


def load_whisper(spec: ModelSpec, *, on_test: Callable[[float], None] = lambda _: None) -> Whisper:
    """Whisper, of this model, which has passed its test here; ModelUnavailable if it cannot be used. on_test: of that
    test, 0 to 1; not called where it was taken before."""
    found = find_model(spec)
    require_right_bytes(found)
    weights, file = found.files[0]
    model = FasterWhisperClips(weights.parent, label=spec.label)
    whisper = Whisper(model, label=spec.label, sha256=file.sha256)
    require_passed(spec.name, file.sha256, whisper, runtime="ctranslate2", on_progress=on_test)
    return whisper


def load_language_listener() -> Whisper:
    """The smallest Whisper that is here, to tell which language is spoken; ModelUnavailable if it cannot be used."""
    return load_whisper(smallest_whisper() or WHISPER_BASE)


def load_meeting(settings: DiarizationSettings) -> RecordingSegmenter:
    """The user's model for meetings, which has passed its test here; ModelUnavailable if it cannot be used."""
    label, path = tr("Sortformer, your own"), Path(settings.model)
    if not settings.model:
        raise ModelUnavailable(label, tr("no file of it is named"), _NAME_IT)
    try:
        sha256 = sha256_of(path)
    except OSError as error:
        reason = tr("{file} cannot be read ({error})", file=path, error=error.strerror or error)
        raise ModelUnavailable(label, reason, _NAME_IT) from error
    engine = Sortformer(path, sha256=sha256, label=label)
    passed_test("sortformer", sha256, engine.use, lambda: take_dialogue_test(engine), runtime="onnxruntime")
    return engine


def meeting_circumstances(settings: DiarizationSettings) -> object:
    """What loading it depends on; cheap, equal while nothing has changed."""
    try:
        status = Path(settings.model).stat()
    except OSError as error:
        return error.errno
    return status.st_mtime_ns, status.st_size


def whisper_model() -> ModelSpec:
    """The largest model of Whisper that is on this computer, in order or not; small where there is none."""
    return next(filter(is_here, WHISPERS), WHISPER_SMALL)


def smallest_whisper() -> ModelSpec | None:
    """The smallest model of Whisper that is on this computer, in order or not; None where there is none."""
    return next(filter(is_here, reversed(WHISPERS)), None)


def model_of(engine: str) -> ModelSpec:
    """The model behind an engine, as things are on this computer."""
    return whisper_model() if engine == WHISPER else MODEL_OF[engine]


def is_here(spec: ModelSpec) -> bool:
    """Whether the model is on this computer, in order or not; cheap."""
    try:
        return search_model(spec) is not None
    except ModelUnavailable:
        return True


def wants_better_words(settings: Settings) -> bool:
    """Whether this computer could write down words better, if somebody fetched what it takes; cheap."""
    return lacks_better_words(settings, card=card_expected(), is_here=lambda engine: is_here(MODEL_OF[engine]))


def load_remote(settings: RemoteSettings) -> RemoteEmbedder:
    """The remote diarizer; ModelUnavailable if it is not allowed, or not named rightly. Nothing is sent yet."""
    return RemoteEmbedder(settings)


def checkpoint_circumstances() -> object:
    """What loading WeSpeaker on torch depends on; cheap, equal while nothing has changed."""
    return circumstances_of(WESPEAKER_CHECKPOINT)


def parakeet_circumstances() -> object:
    """What loading Parakeet depends on; cheap, equal while nothing has changed."""
    return circumstances_of(PARAKEET)


def whisper_circumstances() -> object:
    """What loading Whisper depends on; cheap, equal while nothing has changed."""
    return tuple(map(circumstances_of, WHISPERS))
