"""Small parts of a window, which know nothing of transcripts."""
