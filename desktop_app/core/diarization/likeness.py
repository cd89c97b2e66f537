"""How alike two stretches of speech are, whatever their length.

An embedding of a short stretch is a noisy one: two stretches of one voice have a cosine of 0.44 at 0.7 s each and of
0.73 at 3 s each, while two voices have one near 0.1 at any length. The mean cosine of one voice is, to two digits, the
product of a reliability of either length; divided by it, one voice has a likeness of 1 on average. Measured with
WeSpeaker ResNet34-LM on read speech and meetings; docs/adr/0005 has the figures.
"""

import numpy as np
from numpy.typing import NDArray

_SATURATED = 1.05
_SHORTNESS_S = 0.95


def reliability(seconds: NDArray[np.float64]) -> NDArray[np.float32]:
    """0 to 1 for stretches of that much clean speech, the same shape: the root of the mean cosine between two such
    stretches of one voice."""
    return np.asarray(1.0 / np.sqrt(_SATURATED + _SHORTNESS_S / np.maximum(seconds, 0.05)), np.float32)
