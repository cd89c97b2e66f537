"""What a person is told of a model that Diarist knows, in the language of the window."""

from desktop_app.core.models.manifest import (
    MOONSHINE_TINY_EN,
    PARAKEET,
    PARAKEET_ULTRA,
    PARAKEET_V3_ONNX,
    SEGMENTATION,
    SILERO_VAD,
    WESPEAKER,
    WESPEAKER_CHECKPOINT,
    WHISPER_BASE,
    WHISPER_SMALL,
    WHISPER_TURBO,
)
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.translation import tr


def purpose(model: ModelSpec) -> str:
    """What it is for: a clause without its subject, '' where that is not known."""
    return _purposes().get(model.name, "")


def accuracy(model: ModelSpec) -> str:
    """What its makers say of its errors: a sentence, '' where nothing is to be said."""
    return _accuracies().get(model.name, "")


def needs(model: ModelSpec) -> str:
    """What it needs to write down words, and whether it times them: a sentence, '' for other models."""
    return _needs().get(model.name, "")


def _purposes() -> dict[str, str]:
    return {
        SEGMENTATION.name: tr("finds when somebody speaks, and when somebody else does"),
        WESPEAKER.name: tr("tells voices apart"),
        MOONSHINE_TINY_EN.name: tr("writes down the words"),
        SILERO_VAD.name: tr("hears from moment to moment whether anybody speaks, for live captions"),
        WESPEAKER_CHECKPOINT.name: tr("tells voices apart, on torch"),
        PARAKEET.name: tr("writes down the words, in 25 languages, on torch"),
        PARAKEET_ULTRA.name: tr("writes down the words, in 25 languages, on any processor"),
        PARAKEET_V3_ONNX.name: tr("writes down the words, in 25 languages, on any processor"),
        WHISPER_TURBO.name: tr("writes down the words, in 100 languages; slow without six cores or more"),
        WHISPER_SMALL.name: tr("writes down the words, in 99 languages, with more errors than large-v3-turbo"),
        WHISPER_BASE.name: tr("writes down the words, in 99 languages, quickly and with many errors"),
    }


def _needs() -> dict[str, str]:
    """Memory as measured with weights by chance; the published ones have the same structure."""

    def timed(memory: float) -> str:
        return tr("Word times are measured; it needs {memory:.1f} GB of memory.", memory=memory)

    return {
        MOONSHINE_TINY_EN.name: tr("Word times are estimated; it needs 0.3 GB of memory."),
        PARAKEET_ULTRA.name: timed(1.6),
        PARAKEET_V3_ONNX.name: timed(1.6),
        PARAKEET.name: timed(3.5),
        WHISPER_TURBO.name: timed(1.2),
        WHISPER_SMALL.name: timed(0.5),
        WHISPER_BASE.name: timed(0.3),
    }


def _accuracies() -> dict[str, str]:
    return {
        PARAKEET.name: tr("Of 100 words 6.3 are wrong in English, 11.6 in 25 languages (FLEURS), as Moondream states."),
        PARAKEET_V3_ONNX.name: tr(
            "Of 100 words 6.3 are wrong in English, 11.6 in 25 languages (FLEURS), as Moondream states."
        ),
        PARAKEET_ULTRA.name: tr(
            "Of 100 words 5.8 are wrong in English, 9.6 in 25 languages (FLEURS), as Moondream states."
        ),
        WHISPER_TURBO.name: tr("Of 100 English words 7.8 are wrong, as the Open ASR Leaderboard states."),
        MOONSHINE_TINY_EN.name: tr("Of 100 English words 12.7 are wrong, as the Open ASR Leaderboard states."),
    }
