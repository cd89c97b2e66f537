"""Sentences and figures as the window says them."""
