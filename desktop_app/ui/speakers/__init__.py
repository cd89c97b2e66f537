"""The right panel: who speaks."""
