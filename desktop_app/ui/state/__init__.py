"""What the window holds. No widgets: QtCore alone."""
