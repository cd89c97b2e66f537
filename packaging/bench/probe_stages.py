"""Prints how long every stage takes on a recording, at each hop: probe_stages RECORDING."""

import json
import sys
from pathlib import Path

from bench.unheard import Unheard
from desktop_app.core.diarization.options import Hop
from desktop_app.core.evaluation.diarist_system import DiaristSystem
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.scores import score
from desktop_app.core.evaluation.system import Setup
from desktop_app.core.evaluation.values import DIARIZATION, Truth
from desktop_app.core.pipeline.stages import JobOptions

RUNS = 3


def main() -> None:
    """The best of some runs for each hop."""
    recording = Path(sys.argv[1])
    print(json.dumps({str(hop): _best(recording, hop) for hop in Hop}))


def _best(recording: Path, hop: Hop) -> dict[str, object]:
    system = DiaristSystem(Setup(with_words=False, job=JobOptions(hop=hop)))
    outcomes = [system.run(recording, Unheard()) for _ in range(RUNS)]
    best = min(outcomes, key=lambda outcome: outcome.times_s[DIARIZATION])
    errors = score(Truth(read_rttm(recording.with_suffix(".rttm"))), best)
    rates = {
        name: 100 * each.error_s / each.reference_s
        for name, each in (("der_0", errors.strict), ("der_25", errors.lenient))
    }
    return {"runs": RUNS, "duration_s": best.duration_s, "speed": errors.speeds, **rates}


if __name__ == "__main__":
    main()
