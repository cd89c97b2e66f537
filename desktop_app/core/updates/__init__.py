"""Whether there is a newer Diarist: asked only when its user presses the button."""
