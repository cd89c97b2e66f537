"""What is heard: the waveform with a lane for every speaker, and the buttons that play it."""
