"""Whisper: whole recordings, in the languages that nothing else here knows."""
