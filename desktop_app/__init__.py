"""Diarist: recordings into transcripts that say who said what, on the user's own machine."""

import os

# onnxruntime (1.32, on Linux too) sends what it is used for to its makers, unless this is set before it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
