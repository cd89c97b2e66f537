"""Sound from a microphone onto the disk, so that nothing of it can be lost."""
