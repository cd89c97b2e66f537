"""Prints how much memory captions hold after hours, with engines that cost nothing: probe_caption_hours HOURS."""

import json
import sys

import numpy as np
from numpy.typing import NDArray

from bench.places import ROOT
from bench.resident import resident_mb
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

sys.path.append(str(ROOT / "tests" / "core"))
from diarization.scripted_segmenter import voices
from live.scripted_engines import scripted_engines

from desktop_app.core.live.captioner import Captioner

_BLOCK = SAMPLE_RATE_HZ // 4
_MINUTE = 60


def main() -> None:
    """Two people who take turns, a minute again and again."""
    hours = int(sys.argv[1])
    captioner = Captioner(scripted_engines())
    minute = _talk()
    held_mb = []
    for _ in range(hours):
        for _ in range(_MINUTE):
            for at in range(0, len(minute), _BLOCK):
                captioner.hear(minute[at : at + _BLOCK])
        held_mb.append(resident_mb())
    kept_s = captioner.kept_s
    captioner.finish()
    print(json.dumps({"hours": hours, "resident_mb": held_mb, "kept_s": round(kept_s, 1)}))


def _talk() -> NDArray[np.float32]:
    return voices(_MINUTE, *((turn % 2, 5 * turn, 5 * turn + 4) for turn in range(12)))


if __name__ == "__main__":
    main()
