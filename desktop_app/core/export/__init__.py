"""Transcripts for other programs."""
