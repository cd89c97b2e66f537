"""Many recordings that are transcribed in one go: which they are, which part of them is ours, and what is done."""
