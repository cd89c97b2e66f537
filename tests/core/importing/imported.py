"""Files as text in a test, and transcripts as lines."""

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.core.importing.reading import as_transcript, read_contents
from desktop_app.core.importing.registry import format_named
from desktop_app.core.transcript.values import AudioSource, Transcript


def imported(contents: str | bytes, ending: str, *, name: str = "", audio: AudioSource | None = None) -> Transcript:
    """The transcript in a file of this ending. name: of the format; told by the file if ''."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"talk.{ending}"
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return as_transcript(read_contents(path, format_named(name) if name else None), audio)


def told(transcript: Transcript) -> list[str]:
    """'Anna 1000-2500 Hello there' for each turn."""
    return [
        f"{transcript.speaker(turn.speaker).name} {turn.start_ms}-{turn.end_ms} {turn.text}".rstrip()
        for turn in transcript.turns
    ]


def words(transcript: Transcript) -> list[tuple[str, int, int]]:
    """The words with their times."""
    return [(word.text, word.start_ms, word.end_ms) for turn in transcript.turns for word in turn.words]
