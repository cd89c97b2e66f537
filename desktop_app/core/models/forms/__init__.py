"""The forms a model can be run in: made, checked, kept, chosen."""
