"""The middle of the window: the text, its layout, its search."""
