"""The transcript: its values, its edits, its figures."""
