"""Pauses that the segmentation bridges: near silence in the middle of a piece is nobody's speech."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.pieces import Piece, runs
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES, seconds_to_frames

DEPTH_DB = 35.0
"""So far below the piece's louder frames a pause lies. Less finds pauses in soft speech, more none in a quiet room."""
LOUD_PERCENTILE = 80
MIN_PAUSE_FRAMES = seconds_to_frames(0.2)
BEFORE_SPEECH_FRAMES = 2
"""Speech begins so much earlier than it is loud."""
_SMOOTHED_FRAMES = 3
_LEAST_POWER = 1e-12


def without_pauses(piece: Piece, samples: NDArray[np.float32]) -> Piece:
    """The piece with the pauses in its middle taken out of what is active and clean.

    samples: its sound, float32 [n], from its first frame on; frames beyond the end stay as they are.
    """
    silent = np.zeros(len(piece.active), np.bool_)
    for start, end in runs(_faint(samples)[: len(silent)]):
        if start > 0 and end < len(silent) and end - start >= MIN_PAUSE_FRAMES:
            silent[start : end - BEFORE_SPEECH_FRAMES] = True
    return replace(piece, active=piece.active & ~silent, clean=piece.clean & ~silent)


def _faint(samples: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which frames are near silence: bool [frames], whole frames only."""
    frames = len(samples) // FRAME_STEP_SAMPLES
    if frames < MIN_PAUSE_FRAMES:
        return np.zeros(frames, np.bool_)
    power = np.square(samples[: frames * FRAME_STEP_SAMPLES].reshape(frames, -1)).mean(axis=1)
    smooth = np.convolve(power, np.full(_SMOOTHED_FRAMES, 1 / _SMOOTHED_FRAMES), "same")
    level_db = 10 * np.log10(smooth + _LEAST_POWER)
    return np.asarray(level_db < np.percentile(level_db, LOUD_PERCENTILE) - DEPTH_DB, np.bool_)
