"""The remote diarizer: `diarist serve`."""
