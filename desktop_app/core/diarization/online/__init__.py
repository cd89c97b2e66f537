"""Who speaks while it is recorded: the building blocks of the offline diarization, fed a moment at a time."""
