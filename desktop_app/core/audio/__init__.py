"""Audio in: any file to 16 kHz mono."""
