"""Word times for engines that give none."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.letter_sounds import sounds_of
from desktop_app.core.asr.sound_frames import FRAME_MS, sound_frames
from desktop_app.core.asr.word_alignment import align
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span, Word

_PUNCTUATED = re.compile(r"\w\W*[.,;:!?…–—。，、；：！？،؛؟।-]\W*$")


def estimate_word_times(text: str, samples: NDArray[np.float32], speech: Sequence[Span] = ()) -> tuple[Word, ...]:
    """The words of the text where they sound in samples, float32 [n], 16 kHz; times in ms, marked as estimated.

    speech: where the speaker is heard, ordered and disjoint, in ms: words lie within; anywhere if there is none. A text
    that is too long for its speech is spread over it by the lengths of its words.
    """
    words = text.split()
    duration_ms = len(samples) * 1000 // SAMPLE_RATE_HZ
    spoken = [Span(min(span.start_ms, duration_ms), min(span.end_ms, duration_ms)) for span in speech]
    spoken = [span for span in spoken if span.duration_ms] or [Span(0, duration_ms)]
    if not words:
        return ()
    spans = _aligned(words, samples, spoken) or _spread(words, spoken)
    return tuple(
        Word(word, span.start_ms, span.end_ms, estimated=True) for word, span in zip(words, spans, strict=True)
    )


def _aligned(words: Sequence[str], samples: NDArray[np.float32], spoken: Sequence[Span]) -> list[Span] | None:
    frames = sound_frames(samples)
    inside = np.zeros(len(frames), np.bool_)
    for span in spoken:
        inside[-(-span.start_ms // FRAME_MS) : span.end_ms // FRAME_MS] = True
    found = align(words, frames, inside, [bool(_PUNCTUATED.search(word)) for word in words])
    return None if found is None else [Span(start * FRAME_MS, end * FRAME_MS) for start, end in found]


def _spread(words: Sequence[str], spoken: Sequence[Span]) -> list[Span]:
    """A stretch for each word, as long as its sounds ask for; none begins between two stretches of speech."""
    lengths = [len(sounds_of(word)) for word in words]
    whole_ms = sum(span.duration_ms for span in spoken)
    borders = [whole_ms * done // sum(lengths) for done in accumulate(lengths, initial=0)]
    ends = list(accumulate(span.duration_ms for span in spoken))
    return [
        Span(_place(start, spoken, ends), _place(end, spoken, ends, ending=True)) for start, end in pairwise(borders)
    ]


def _place(at_ms: int, spoken: Sequence[Span], ends_ms: Sequence[int], *, ending: bool = False) -> int:
    """Where in the recording so much of its speech is over."""
    for span, end_ms in zip(spoken, ends_ms, strict=True):
        if at_ms < end_ms or (ending and at_ms == end_ms):
            return span.end_ms - (end_ms - at_ms)
    return spoken[-1].end_ms
