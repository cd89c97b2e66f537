"""In which language a recording is, as Whisper hears it in the first of its regions."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_regions import SpeechRegion
from desktop_app.core.asr.whisper.clip_transcriber import ClipTranscriber
from desktop_app.core.asr.whisper.clips import clip_of

_LEAST_SPEECH_MS = 3000
_MOST_REGIONS = 4
"""Each costs a pass of the encoder."""
_SURE = 0.8


def spoken_language(
    model: ClipTranscriber, samples: NDArray[np.float32], regions: Sequence[SpeechRegion]
) -> str | None:
    """The BCP 47 tag of what is spoken in a recording, float32 [n], 16 kHz; None where nothing can be heard."""
    chances = language_chances(model, samples, regions)
    return max(chances, key=chances.__getitem__) if chances else None


def language_chances(
    model: ClipTranscriber, samples: NDArray[np.float32], regions: Sequence[SpeechRegion]
) -> Mapping[str, float]:
    """How probable it is, 0 to 1, that a recording is in each of the languages; empty where nothing can be heard.

    The first region with some seconds of speech decides where it is clear; else the first few decide together.
    """
    chances: Counter[str] = Counter()
    heard_regions = 0
    for region in _telling(regions):
        clip = clip_of(samples, region.span)
        if not clip.any():
            continue
        heard = model.language_chances(clip)
        chances.update(heard)
        heard_regions += 1
        if max(heard.values(), default=0.0) >= _SURE:
            return heard
    return {tag: chance / heard_regions for tag, chance in chances.items()}


def _telling(regions: Sequence[SpeechRegion]) -> Sequence[SpeechRegion]:
    long_ones = [region for region in regions if region.speech_ms >= _LEAST_SPEECH_MS]
    return (long_ones or regions)[:_MOST_REGIONS]
