"""The queue as a page, and what happens by itself around it."""
