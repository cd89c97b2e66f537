"""The left panel: the recordings, and opening them."""
