"""Sound given to an online diarizer a little at a time, and engines that know voices by their level."""

from collections.abc import Iterator, Sequence

import numpy as np
from embedding.scripted_embedder import ScriptedEmbedder
from numpy.typing import NDArray

from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.diarization.online.diarizer import OnlineDiarizer
from desktop_app.core.diarization.online.voice_roster import KnownVoice
from desktop_app.core.embedding.chain import alone
from diarization.scripted_segmenter import ScriptedSegmenter


def diarizer(*known: KnownVoice) -> OnlineDiarizer:
    """One with scripted engines."""
    return OnlineDiarizer(ScriptedSegmenter(), alone(ScriptedEmbedder()), known=known)


def timelines(
    samples: NDArray[np.float32], sizes: Sequence[int], to: OnlineDiarizer | None = None
) -> Iterator[LiveTimeline]:
    """The timeline after every block, of these sizes again and again, and after the end."""
    listening = to or diarizer()
    at = block = 0
    while at < len(samples):
        yield listening.advance(samples[at : at + sizes[block % len(sizes)]])
        at, block = at + sizes[block % len(sizes)], block + 1
    yield listening.finish()


def heard(samples: NDArray[np.float32], *sizes: int) -> LiveTimeline:
    """The timeline of the whole."""
    *_, last = timelines(samples, sizes or (4000,))
    return last


def who(timeline: LiveTimeline, at_s: float) -> str | None:
    """The speaker at a time, '' where nobody speaks."""
    at_ms = at_s * 1000
    return next((each.speaker for each in timeline.exclusive if each.start_ms <= at_ms < each.end_ms), "")
