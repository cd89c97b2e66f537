"""The whole job as steps over values: decode, diarize, transcribe, align."""
