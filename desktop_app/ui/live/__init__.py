"""Recording: its panel, its strip, the captions in a window of their own."""
