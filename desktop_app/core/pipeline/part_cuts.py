"""Where a long recording is cut into parts that are heard apart: in pauses, so that no word is torn."""

from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_activity import SpeechDetector
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.audio.quiet_points import quietest_ms
from desktop_app.core.audio.recording import Recording, open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.values import Span

PART_MS = 30 * 60_000
"""About so long a part is."""
WHOLE_MS = 60 * 60_000
"""A recording of at most this length is heard in one go."""
GRID_MS = 135
"""The least time that is a whole number of milliseconds and of the segmentation's frames, of which it holds eight: cut
on this grid, the parts have the frames that the whole has."""
_REACH_MS = 90_000
"""A pause is looked for so long before and after the place where parts of equal length would meet."""
_SHORTEST_PAUSE_MS = 200
_SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000


def cut_in_parts(
    path: Path, options: JobOptions, detector: SpeechDetector, *, part_ms: int = PART_MS, whole_ms: int = WHOLE_MS
) -> tuple[Span, ...]:
    """The parts of a recording, which follow on from each other from its beginning to its end; none if it is to be
    heard in one go: it is short, or whoever speaks in a channel is one speaker, so that there are no voices to join.

    Each is about part_ms long and ends in the middle of the longest pause near by; where nobody pauses, in the quietest
    moment. Only the sound around these places is listened to. AudioError if the file cannot be read.
    """
    if options.per_channel or not _may_be_longer(path, options, whole_ms):
        return ()
    with open_recording(path, track=options.track, channel=options.channel) as recording:
        if recording.duration_ms <= whole_ms:
            return ()
        borders_ms = (0, *_cuts_ms(recording, SpeechEvidence(detector), part_ms), recording.duration_ms)
    return tuple(Span(start_ms, end_ms) for start_ms, end_ms in pairwise(borders_ms))


def _may_be_longer(path: Path, options: JobOptions, whole_ms: int) -> bool:
    """By what the file says of itself: reading all of it takes a while, and most recordings are short."""
    with AudioFile(path, track=options.track) as audio:
        return audio.duration_s is None or audio.duration_s * 1000 > whole_ms


def _cuts_ms(recording: Recording, evidence: SpeechEvidence, part_ms: int) -> list[int]:
    duration_ms = recording.duration_ms
    count = max(2, round(duration_ms / part_ms))
    reach_ms = min(_REACH_MS, part_ms // 3)
    middles_ms = [duration_ms * number // count for number in range(1, count)]
    return [_cut_ms(recording.samples, Span(at - reach_ms, at + reach_ms), evidence) for at in middles_ms]


def _cut_ms(samples: NDArray[np.float32], near: Span, evidence: SpeechEvidence) -> int:
    """Where to cut within the stretch, on the grid. samples: the whole recording."""
    pause = _longest_pause(samples, near, evidence)
    if pause.duration_ms >= _SHORTEST_PAUSE_MS:
        return _on_grid((pause.start_ms + pause.end_ms) / 2)
    return _on_grid(quietest_ms(samples, near.start_ms, near.end_ms))


def _longest_pause(samples: NDArray[np.float32], near: Span, evidence: SpeechEvidence) -> Span:
    """The longest time within the stretch in which nobody speaks; of those as long, the one nearest to its middle."""
    window = samples[near.start_ms * _SAMPLES_PER_MS : near.end_ms * _SAMPLES_PER_MS]
    edges = (0, *(edge for stretch in evidence.stretches(window) for edge in stretch), len(window))
    edges_ms = [near.start_ms + edge // _SAMPLES_PER_MS for edge in edges]
    pauses = [Span(start_ms, end_ms) for start_ms, end_ms in zip(edges_ms[::2], edges_ms[1::2], strict=True)]
    twice_middle_ms = near.start_ms + near.end_ms
    return max(pauses, key=lambda each: (each.duration_ms, -abs(each.start_ms + each.end_ms - twice_middle_ms)))


def _on_grid(time_ms: float) -> int:
    return round(time_ms / GRID_MS) * GRID_MS
