"""How much each reason counts: a logistic regression over the strengths.

Fitted by `make bench PARTS=doubt`, with no weight under 0 and a ridge of 1, on what Moonshine tiny wrote of 21 made
conversations, a longer one and 7 clips of AMI meetings (879 stretches, of which 51 % hold an error); rounded to a
tenth. First without a second engine; then, the others held, the base and the weight of HEARD_OTHERWISE. The figures of
recordings left out of the fit are in docs/benchmarks.md.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.doubt.values import Reason, ReasonShare


@dataclass(frozen=True, slots=True)
class Weights:
    """Of every reason, and what a stretch without any has, all in log odds.

    base: where one engine alone heard the recording; base_with_second: where another did, too; base_with_confidence:
    where the engine tells how sure it is.
    """

    base: float
    base_with_second: float
    base_with_confidence: float
    of: Mapping[Reason, float]

    def score(self, strengths: Mapping[Reason, float], *, confidence: bool) -> float:
        """The likelihood of an error, 0 to 1. confidence: whether the engine tells how sure it is."""
        if confidence:
            base = self.base_with_confidence
        else:
            base = self.base_with_second if Reason.HEARD_OTHERWISE in strengths else self.base
        return 1 / (1 + math.exp(-base - sum(self.of[reason] * strength for reason, strength in strengths.items())))

    def shares(self, strengths: Mapping[Reason, float]) -> tuple[ReasonShare, ...]:
        """Every reason that counts, the weightiest first; none where nothing speaks for an error."""
        parts = {reason: self.of[reason] * strength for reason, strength in strengths.items() if strength}
        total = sum(parts.values())
        ordered = sorted(parts.items(), key=lambda part: -part[1])
        return tuple(ReasonShare(reason, part / total) for reason, part in ordered if part)


WEIGHTS = Weights(
    base=-0.8,
    base_with_second=-1.4,
    # Not fitted, no more than the weight of CONFIDENCE: no engine that could be measured tells how sure it is. With
    # them, a stretch whose confidences multiply to a half holds an error as likely as not.
    base_with_confidence=-2.5,
    of={
        Reason.HEARD_OTHERWISE: 2.4,
        Reason.CONFIDENCE: 5.0,
        Reason.MARGIN: 2.1,
        Reason.OVERLAP: 1.7,
        Reason.NAME: 1.5,
        Reason.QUICK_CHANGE: 1.3,
        Reason.FEW_WORDS: 1.3,
        Reason.PACE: 1.3,
        Reason.TURN_EDGE: 1.1,
        Reason.UNTOLD_VOICE: 0.6,
        Reason.ISLAND: 0.4,
        Reason.REPEATED: 0.5,  # not fitted: 2 stretches of all have it
    },
)
