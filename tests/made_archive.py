"""Archives as machines leave them: results in a folder, and a record of them."""

from pathlib import Path

from desktop_app.core.export.formats import json_format, subrip
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from desktop_app.core.worklist.done_record import DoneRecord, Outcome
from desktop_app.core.worklist.shard import Shard


def talk(*said: str, file: str = "/tapes/a.wav") -> Transcript:
    """A turn of a second for each text, by two speakers in turn."""
    turns = []
    for place, text in enumerate(said):
        start_ms = place * 1000
        words = tuple(Word(word, start_ms, start_ms + 900) for word in text.split())
        turns.append(Turn(f"S{place % 2 + 1}", start_ms, start_ms + 900, words, (Span(start_ms, start_ms + 900),)))
    speakers = (Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1))
    return Transcript(AudioSource(file, len(said) * 1000), speakers, tuple(turns), language="en")


def outcome(name: str, *results: str, **facts: object) -> Outcome:
    """How a recording of this name ended."""
    usual = {"options": "usual", "sound_s": 3600.0, "seconds": 360.0, "at": "2026-11-01T10:00:00+00:00"}
    return Outcome(name, None, "cafe", results=results, **{**usual, **facts})  # type: ignore[arg-type]


def write_results(folder: Path, stem: str, transcript: Transcript, *endings: str) -> tuple[str, ...]:
    """A transcript in these formats; the names of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for ending in endings:
        render = {"json": json_format.render, "srt": subrip.render}[ending]
        (folder / f"{stem}.{ending}").write_text(render(transcript), encoding="utf-8")
    return tuple(f"{stem}.{ending}" for ending in endings)


def note(folder: Path, *outcomes: Outcome, share: str = "1/1") -> None:
    """Write down how recordings ended, as the machine that does this share."""
    folder.mkdir(parents=True, exist_ok=True)
    with DoneRecord(folder, Shard.parse(share)) as record:
        for each in outcomes:
            record.append(each)
