"""Where a long recording is cut into parts that are heard apart: in pauses, so that no word is torn."""

from collections.abc import Sequence
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
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES, HOP_FRAMES
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.values import Span

PART_MS = 30 * 60_000
"""About so long a part is, of a recording of a few hours."""
_MOST_PARTS = 8
"""Each part's worker reads the whole file: with more parts, ten hours would be read for as long as they are heard."""
WHOLE_MS = 60 * 60_000
"""A recording of at most this length is heard in one go."""
FRAMES_MS = 135
"""The least time that is a whole number of milliseconds and of the segmentation's frames: cut at a multiple of it, the
parts have the frames that the whole has."""
WINDOWS_MS = HOP_FRAMES * FRAME_STEP_SAMPLES * 1000 // SAMPLE_RATE_HZ
"""A window of the segmentation begins every so often, a multiple of FRAMES_MS: cut at a multiple of it, the parts have
the windows that the whole has, and who speaks is found as it is in the whole, but for what is around the cuts."""
_REACH_MS = 150_000
"""A pause is looked for so long before and after the place where parts of equal length would meet."""
_FAR_MS = 100
"""So far from speech a cut is safe."""
_SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000


def cut_in_parts(
    path: Path, options: JobOptions, detector: SpeechDetector, *, part_ms: int = PART_MS, whole_ms: int = WHOLE_MS
) -> tuple[Span, ...]:
    """The parts of a recording, which follow on from each other from its beginning to its end; none if it is to be
    heard in one go: it is short, or whoever speaks in a channel is one speaker, so that there are no voices to join.

    Each is about part_ms long, or an eighth of it, and ends in a pause, as far from speech as can be; where nobody
    pauses, in the quietest moment. Only the sound around these places is listened to. AudioError if the file cannot be
    read.
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
    count = max(2, min(_MOST_PARTS, round(duration_ms / part_ms)))
    reach_ms = min(_REACH_MS, part_ms // 3)
    middles_ms = [duration_ms * number // count for number in range(1, count)]
    return [_cut_ms(recording.samples, Span(at - reach_ms, at + reach_ms), evidence) for at in middles_ms]


def _cut_ms(samples: NDArray[np.float32], near: Span, evidence: SpeechEvidence) -> int:
    """Where to cut within the stretch. samples: the whole recording."""
    pauses = _pauses(samples, near, evidence)
    for grid_ms in (WINDOWS_MS, FRAMES_MS):
        times_ms = range(-(-near.start_ms // grid_ms) * grid_ms, near.end_ms, grid_ms)
        time_ms = max(times_ms, key=lambda at: _from_speech_ms(at, pauses))
        if _from_speech_ms(time_ms, pauses) >= _FAR_MS:
            return time_ms
    return round(quietest_ms(samples, near.start_ms, near.end_ms) / FRAMES_MS) * FRAMES_MS


def _pauses(samples: NDArray[np.float32], near: Span, evidence: SpeechEvidence) -> list[Span]:
    """Where within the stretch nobody speaks."""
    window = samples[near.start_ms * _SAMPLES_PER_MS : near.end_ms * _SAMPLES_PER_MS]
    edges = (0, *(edge for stretch in evidence.stretches(window) for edge in stretch), len(window))
    edges_ms = [near.start_ms + edge // _SAMPLES_PER_MS for edge in edges]
    return [Span(start_ms, end_ms) for start_ms, end_ms in zip(edges_ms[::2], edges_ms[1::2], strict=True)]


def _from_speech_ms(time_ms: int, pauses: Sequence[Span]) -> int:
    """How far from the nearest speech a time lies; below 0 where somebody speaks."""
    return max(min(time_ms - pause.start_ms, pause.end_ms - time_ms) for pause in pauses)
