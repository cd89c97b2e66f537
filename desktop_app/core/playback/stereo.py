"""Sound as it goes to the ears."""

import numpy as np
from numpy.typing import NDArray

Stereo = NDArray[np.float32]
"""Sound for two ears, float32 of shape [samples, 2], full scale at 1."""
