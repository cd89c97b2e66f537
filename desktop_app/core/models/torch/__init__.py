"""The one way to torch and what stands on it: its imports, the card, the checkpoints."""
