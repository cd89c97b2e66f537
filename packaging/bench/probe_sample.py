"""Prints how long the whole job takes on the carried sample, words included, and every stage of it."""

import json

from bench.unheard import Unheard
from desktop_app.core.evaluation.diarist_system import DiaristSystem
from desktop_app.core.evaluation.system import Setup
from desktop_app.core.evaluation.values import TOTAL
from desktop_app.core.models.packaged_models import sample_recording

RUNS = 3


def main() -> None:
    """The best of some runs, models loaded."""
    system = DiaristSystem(Setup())
    outcomes = [system.run(sample_recording(), Unheard()) for _ in range(RUNS)]
    best = min(outcomes, key=lambda outcome: outcome.times_s[TOTAL])
    speed = {name: best.duration_s / seconds for name, seconds in best.times_s.items() if seconds > 0}
    print(json.dumps({"runs": RUNS, "duration_s": best.duration_s, "speed": speed}))


if __name__ == "__main__":
    main()
