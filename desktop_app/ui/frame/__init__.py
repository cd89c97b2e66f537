"""The main window: its layout, and what is wired to what."""
