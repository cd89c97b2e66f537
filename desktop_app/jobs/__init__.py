"""Work beside the window: the engine process and the thread that watches it."""
