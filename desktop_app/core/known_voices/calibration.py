"""From a score to a decision and a percentage, by what was measured: `make bench PARTS=known-voices`.

Half of the people of the development data were enrolled in turn, as they are recorded, over a telephone, in noise or
across a room; everybody was heard again in any of these. docs/benchmarks.md has the figures of the other half.
"""

from math import exp

THRESHOLD = 0.46
"""Less of a score suggests nobody. With MARGIN, it finds the most of all that name no stranger of the tuning half."""
MARGIN = 0.15
"""How much nearer the person has to be than whoever is next."""
SLOPE = 9.1
MIDDLE = 0.439
"""The logistic curve through the tuning half's outcomes, with as many strangers as known people and Platt's targets
for seven people and eighteen: it says at most what so few people prove."""


def probability(score: float) -> float:
    """How likely the nearest person with this score (a cosine, -1 to 1) is the right one, 0 to 1."""
    return 1 / (1 + exp(-SLOPE * (score - MIDDLE)))
