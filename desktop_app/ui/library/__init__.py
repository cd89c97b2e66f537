"""The left panel: everything that was recorded or opened, searching it, and opening more."""
