"""What `diarist captions` says: lines for people, or for programs."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TextIO

from desktop_app.core.capture.values import Level, Notice, Recorded, RecordingStarted, Room
from desktop_app.core.live.events import (
    CaptionEvent,
    Final,
    Lag,
    LanguageDoubted,
    Partial,
    RecogniserChanged,
    Revision,
    SpeakerFound,
)
from desktop_app.core.store.file_names import free_path
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Speaker
from desktop_app.terminal.output_queue import Left, outgoing
from desktop_app.terminal.standard_streams import NOBODY_READS

Told = CaptionEvent | Level | Room | Notice | RecordingStarted
UNSURE = "Unsure"


class CaptionReporter(Protocol):
    """Told of everything that happens to a recording and its captions."""

    def tell(self, event: Told) -> None:
        """Something happened."""
        ...

    def warn(self, text: str, at_ms: int) -> None:
        """What concerns the captions alone: one sentence."""
        ...

    def recorded(self, event: Recorded, file: Path) -> None:
        """The recording is complete, and lies in this file."""
        ...

    def kept(self, project: Path, at_ms: int) -> None:
        """What was recorded and captioned is in this project."""
        ...

    def failed(self, reason: str) -> None:
        """It could not be done."""
        ...


@contextmanager
def captions_reporter(place: Path | None, *, json_lines: bool) -> Iterator[CaptionReporter]:
    """The reporter that was asked for, which neither a slow reader nor one who goes can hold up.

    place: the file that the recording becomes; None where it stays in its folder.
    """

    def on_left(left: Left) -> None:
        _say(errors, left_out(left))

    with outgoing(sys.stdout, sys.stderr, on_left) as (output, errors):
        yield JsonCaptions(output, errors, place) if json_lines else TextCaptions(output, errors, place)


def left_out(left: Left) -> str:
    """What is said when captions do not reach whoever reads them."""
    if left.error is None:
        return "The reader of the captions takes no more: some are left out. The recording goes on."
    if left.error.errno in NOBODY_READS:
        return "Nobody reads the captions any more. The recording goes on; Ctrl+C stops it."
    return f"The captions cannot be written ({left.error.strerror or left.error}). The recording goes on."


class TextCaptions:
    """'00:12 Speaker 1: text' for every turn that is final. On a terminal the last line is what is being said."""

    def __init__(self, output: TextIO, errors: TextIO, place: Path | None = None) -> None:
        """place: the file that the recording becomes; None where it stays in its folder."""
        self._output = output
        self._errors = errors
        self._place = place
        self._names: dict[str, str] = {}
        self._finals: dict[int, tuple[int, str]] = {}
        self._shown = False

    def tell(self, event: Told) -> None:
        """Print what is for people."""
        match event:
            case SpeakerFound(speaker=Speaker(id=identity, name=name)):
                self._names[identity] = name
            case Partial() if self._output.isatty():
                self._draw(self._line(event))
            case Final():
                self._on_final(event)
            case Revision():
                self._on_revision(event)
            case Notice(text=text) | RecogniserChanged(text=text) | LanguageDoubted(text=text):
                self._say(text)
            case RecordingStarted():
                self._say(_begun_line(event, self._place))

    def warn(self, text: str, at_ms: int) -> None:
        """One line."""
        self._say(text)

    def recorded(self, event: Recorded, file: Path) -> None:
        """Where it lies, and how it ended if nobody ended it."""
        for line in _ended_lines(event, file):
            self._say(line)

    def kept(self, project: Path, at_ms: int) -> None:
        """One line."""
        self._say(_project_line(project))

    def failed(self, reason: str) -> None:
        """One line."""
        self._say(f"diarist: {reason}")

    def _on_final(self, event: Final) -> None:
        self._clear()
        if event.words:
            self._finals[event.turn] = event.start_ms, self._name(event.speaker)
            print(self._line(event), file=self._output, flush=True)

    def _on_revision(self, event: Revision) -> None:
        """A printed line stays; what it should have said is told beside it."""
        start_ms, before = self._finals[event.turn]
        name = self._name(event.speaker)
        self._finals[event.turn] = start_ms, name
        self._say(
            f"{clock(start_ms)} was {name}, not {before}." if before != UNSURE else f"{clock(start_ms)} was {name}."
        )

    def _line(self, event: Partial | Final) -> str:
        return f"{clock(event.start_ms)} {self._name(event.speaker)}: {event.text}"

    def _name(self, speaker: str | None) -> str:
        return UNSURE if speaker is None else self._names.get(speaker, speaker)

    def _say(self, text: str) -> None:
        self._clear()
        _say(self._errors, text)

    def _draw(self, line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        fits = line if len(line) <= width else f"…{line[-width + 1 :]}"
        print(f"\r\x1b[K{fits}", end="", file=self._output, flush=True)
        self._shown = True

    def _clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=self._output, flush=True)
            self._shown = False


class JsonCaptions:
    """Every event as one line of JSON, with its time in the recording as `at_ms`."""

    def __init__(self, output: TextIO, errors: TextIO, place: Path | None = None) -> None:
        """place: the file that the recording becomes; None where it stays in its folder."""
        self._output = output
        self._errors = errors
        self._place = place

    def tell(self, event: Told) -> None:
        """`{"type": "partial" | "final" | "revision" | "speaker" | "lag" | "level" | "notice" | "started", ...}`."""
        match event:
            case Partial() | Final():
                self._caption(event)
            case Revision(at_ms, turn, speaker):
                self._print("revision", at_ms, turn=turn, speaker=speaker)
            case SpeakerFound(at_ms, speaker):
                self._print("speaker", at_ms, speaker=speaker.id, name=speaker.name)
            case Lag(at_ms, lag_ms):
                self._print("lag", at_ms, lag_ms=lag_ms)
            case RecogniserChanged(at_ms, text) | LanguageDoubted(at_ms, text):
                self.warn(text, at_ms)
            case Level(at_ms, peak_db, rms_db, clipped):
                self._print("level", at_ms, peak_db=round(peak_db, 1), rms_db=round(rms_db, 1), clipped=clipped)
            case Notice(kind, text, at_ms):
                self._print("notice", at_ms, kind=str(kind), text=text)
            case RecordingStarted(folder, device, started_at):
                _say(self._errors, _begun_line(event, self._place))
                self._print("started", 0, device=device, folder=str(folder), started_at=started_at.isoformat())

    def warn(self, text: str, at_ms: int) -> None:
        """`{"type": "notice", "kind": "captions", "text"}`."""
        self._print("notice", at_ms, kind="captions", text=text)

    def recorded(self, event: Recorded, file: Path) -> None:
        """`{"type": "recorded", "file", "duration_ms", "lost_samples", "reason", "text"}`."""
        self._print(
            "recorded",
            event.duration_ms,
            file=str(file),
            duration_ms=event.duration_ms,
            lost_samples=event.lost_samples,
            reason=str(event.reason),
            text=event.text,
        )
        for line in _ended_lines(event, file):
            _say(self._errors, line)

    def kept(self, project: Path, at_ms: int) -> None:
        """`{"type": "project", "file"}`."""
        self._print("project", at_ms, file=str(project))
        _say(self._errors, _project_line(project))

    def failed(self, reason: str) -> None:
        """One line on standard error."""
        _say(self._errors, f"diarist: {reason}")

    def _caption(self, event: Partial | Final) -> None:
        more = {"settled": event.settled} if isinstance(event, Partial) else {}
        self._print(
            "partial" if isinstance(event, Partial) else "final",
            event.at_ms,
            turn=event.turn,
            speaker=event.speaker,
            start_ms=event.start_ms,
            end_ms=event.end_ms,
            text=event.text,
            **more,
        )

    def _print(self, what: str, at_ms: int, /, **more: object) -> None:
        print(json.dumps({"type": what, "at_ms": at_ms, **more}, ensure_ascii=False), file=self._output, flush=True)


def _begun_line(event: RecordingStarted, place: Path | None) -> str:
    where = f"{free_path(place)} when it ends; until then it lies in {event.folder}" if place else event.folder
    return f"Recording {event.device}. It goes to {where}. Ctrl+C stops."


def _ended_lines(event: Recorded, file: Path) -> Iterator[str]:
    if event.text:
        yield event.text
    yield f"Recorded {clock(event.duration_ms)} to {file}"


def _project_line(project: Path) -> str:
    return f"Its project is {project}"


def _say(errors: TextIO, text: str) -> None:
    print(text, file=errors, flush=True)
