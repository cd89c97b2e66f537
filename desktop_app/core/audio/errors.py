"""What can be wrong with a recording."""

from pathlib import Path


class AudioError(Exception):
    """A recording that cannot be read; the message is one sentence that names the file and the cause."""

    def __init__(self, path: Path | str, cause: str) -> None:
        self.path = Path(path)
        self.cause = cause
        super().__init__(f"{self.path}: {cause}")

    @property
    def sentence(self) -> str:
        """The cause alone, as a sentence."""
        cause = self.cause.removesuffix(".")
        return f"{cause[:1].upper()}{cause[1:]}."


class WavError(ValueError):
    """Bytes that are not a WAV file, or one of a kind that is not read; the message names what was found."""


class PeaksError(ValueError):
    """Bytes that are not a waveform as it is kept; the message names what was found."""
