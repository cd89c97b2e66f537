"""Transcripts on pages, as Qt lays them out; it needs no window."""
