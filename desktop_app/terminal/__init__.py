"""Diarist in a terminal: batches, progress, reports."""
