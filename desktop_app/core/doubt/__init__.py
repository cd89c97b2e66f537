"""Where a transcript most likely holds an error: a short list of passages to look at, the likeliest first."""
