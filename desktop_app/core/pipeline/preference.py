"""Which engines are asked, and in which order: what the settings say, and what this computer has."""

from collections.abc import Callable, Mapping

from desktop_app.core.models import manifest
from desktop_app.core.models.known_languages import WHISPER_LANGUAGES, languages_of
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.store.settings import AsrEngine, Device, EmbeddingSource, Settings
from desktop_app.core.transcript.spoken_languages import AUTO

TORCH, ONNX, REMOTE = "torch", "onnx", "remote"
PARAKEET, PARAKEET_ULTRA, PARAKEET_V3 = "parakeet", "parakeet-ultra", "parakeet-v3"
MOONSHINE, WHISPER = "moonshine", "whisper"
MODEL_OF: Mapping[str, ModelSpec] = {
    TORCH: manifest.WESPEAKER_CHECKPOINT,
    ONNX: manifest.WESPEAKER,
    REMOTE: manifest.WESPEAKER,
    PARAKEET: manifest.PARAKEET,
    PARAKEET_ULTRA: manifest.PARAKEET_ULTRA,
    PARAKEET_V3: manifest.PARAKEET_V3_ONNX,
    MOONSHINE: manifest.MOONSHINE_TINY_EN,
}
"""The model behind each engine but Whisper, of which there are several."""
ON_ANY_PROCESSOR = (PARAKEET_ULTRA, PARAKEET_V3)
"""What writes down words without a graphics card better than what comes along, once it is fetched; the better first."""


def source_order(settings: Settings, *, card: bool) -> tuple[str, ...]:
    """What embeds, the preferred first.

    card: there is a graphics card to expect engines on torch on. The remote stands last, and only where it is allowed;
    chosen as the source, it stands first.
    """
    chosen = settings.embedding.source
    on_torch = chosen is EmbeddingSource.TORCH or (
        chosen is not EmbeddingSource.ONNX and wants_card(settings.embedding.device, card=card)
    )
    here = (TORCH, ONNX) if on_torch else (ONNX,)
    if chosen is EmbeddingSource.REMOTE:
        return (REMOTE, *here)
    return (*here, REMOTE) if settings.remote.usable else here


def segments_on_card(settings: Settings, *, card: bool) -> bool:
    """Whether speech is to be found on a graphics card, where voices are told apart too; card: as source_order."""
    embedding = settings.embedding
    return embedding.source is not EmbeddingSource.ONNX and wants_card(embedding.device, card=card)


def recogniser_order(
    settings: Settings, *, card: bool, is_here: Callable[[str], bool], language: str = AUTO
) -> tuple[str, ...]:
    """What writes down the words, the preferred first. An engine that was chosen by name has no stand-in: it knows
    other languages.

    is_here: whether an engine's model is on this computer, in order or not. language: what is spoken, a tag; then
    nothing stands there that does not know it, and Whisper stands in where Moonshine cannot. Empty if nothing knows it.
    """
    if settings.asr.engine is not AsrEngine.AUTO:
        return (str(settings.asr.engine),)
    on_card = (PARAKEET,) if card and settings.asr.device is not Device.CPU else ()
    usual = (*on_card, *filter(is_here, ON_ANY_PROCESSOR), MOONSHINE)
    if language == AUTO:
        return usual
    knowing = tuple(engine for engine in usual if language in languages_of(MODEL_OF[engine]))
    stands_in = MOONSHINE not in knowing and language in WHISPER_LANGUAGES and is_here(WHISPER)
    return (*knowing, WHISPER) if stands_in else knowing


def lacks_better_words(settings: Settings, *, card: bool, is_here: Callable[[str], bool]) -> bool:
    """Whether what comes along writes down the words only because nothing better has been fetched; as
    recogniser_order."""
    order = recogniser_order(settings, card=card, is_here=is_here)
    return settings.asr.engine is AsrEngine.AUTO and order == (MOONSHINE,)


def writes_better(model: str) -> bool:
    """Whether a model of this name writes down words better than what comes along."""
    return any(MODEL_OF[engine].name == model for engine in (PARAKEET, *ON_ANY_PROCESSOR))


def wants_card(device: Device, *, card: bool) -> bool:
    """Whether an engine on this device is to run on a graphics card."""
    return device is Device.CUDA or (device is Device.AUTO and card)
