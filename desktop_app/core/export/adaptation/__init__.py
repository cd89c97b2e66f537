"""What of a transcript goes out, and what becomes of its text on the way."""
