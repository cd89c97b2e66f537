"""How good and how fast an engine is on recordings whose truth is known."""
