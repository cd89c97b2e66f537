"""Prints how many words and speakers are found in sounds in which nobody speaks: probe_nobody MINUTES."""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.places import ROOT
from bench.unheard import Unheard
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.engines import LiveEngineRoom
from desktop_app.core.live.events import Final
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.transcript.values import Transcript

sys.path.append(str(ROOT / "tests"))  # the recipes of the sounds are the tests'
from non_speech import LEVELS, RECIPES, non_speech

CAPTIONED = LEVELS[1]
"""The level at which they are captioned, too."""
BLOCK = SAMPLE_RATE_HZ // 10


def main() -> None:
    """Every sound at every level, and captioned at one of them."""
    each_s = float(sys.argv[1]) * 60 / (len(RECIPES) * len(LEVELS))
    engines = Engines()
    words: Counter[str] = Counter()
    captioned: Counter[str] = Counter()
    speakers = speech_ms = 0
    for kind, level, samples in _sounds(each_s):
        transcript = _transcript(samples, engines)
        words[kind] += sum(len(turn.words) for turn in transcript.turns)
        speakers += len(transcript.speakers)
        speech_ms += sum(span.duration_ms for turn in transcript.turns for span in turn.speech)
        if level == CAPTIONED:
            captioned[kind] += _captioned_words(samples, engines)
    print(
        json.dumps(
            {
                "minutes": each_s * len(RECIPES) * len(LEVELS) / 60,
                "kinds": len(RECIPES),
                "words": dict(+words),
                "speakers": speakers,
                "speech_s": speech_ms / 1000,
                "captioned_minutes": each_s * len(RECIPES) / 60,
                "captioned_words": dict(+captioned),
            }
        )
    )


def _sounds(each_s: float) -> Iterator[tuple[str, float, NDArray[np.float32]]]:
    for kind in RECIPES:
        sound = non_speech(kind, each_s)
        for level in LEVELS:
            yield kind, level, sound * np.float32(level)


def _transcript(samples: NDArray[np.float32], engines: Engines) -> Transcript:
    import soundfile

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "sound.wav"
        soundfile.write(path, samples, SAMPLE_RATE_HZ)
        return transcribe_recording(path, engines, JobOptions(), Unheard()).transcript


def _captioned_words(samples: NDArray[np.float32], engines: Engines) -> int:
    captioner = Captioner(LiveEngineRoom(engines).load())
    events = [event for at in range(0, len(samples), BLOCK) for event in captioner.hear(samples[at : at + BLOCK])]
    events += captioner.finish()
    return sum(len(event.words) for event in events if isinstance(event, Final))


if __name__ == "__main__":
    main()
