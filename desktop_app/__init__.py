"""Diarist: recordings into transcripts that say who said what, on the user's own machine."""

__version__ = "0.1.0"
