"""Live captions: what is being said, and by whom, while it is recorded."""
