"""How large a file may be that is imported."""

MOST_BYTES = 128 << 20
"""Over a million subtitles; a transcript of a day of talk, with times for every word, is a tenth of it."""
