"""Which models there are, where they lie, whether they are the right bytes."""
