"""Transcripts as machines made them: kept for ever, told by number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.export.json_fields import Field
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.options_json import options_document, read_options
from desktop_app.core.project.packed_json import pack, unpack
from desktop_app.core.project.rows import Row, Table
from desktop_app.core.project.transcript_json import read_transcript, transcript_document
from desktop_app.core.transcript.values import Transcript


class Maker(StrEnum):
    """What a transcript comes from. recovered: the last state of a damaged project, made by a person's edits too."""

    CAPTIONS = "captions"
    JOB = "job"
    RECOVERED = "recovered"


@dataclass(frozen=True, slots=True)
class MachineTranscript:
    """A transcript that no person has changed. options: what it was made with."""

    transcript: Transcript
    options: JobOptions
    maker: Maker = Maker.JOB


class MachineTranscripts:
    """Those of one project. Each is decoded when it is asked for, and once."""

    def __init__(self, rows: Mapping[str | int, Row], put: Callable[[int, Row], None]) -> None:
        """put: told of every new one."""
        self._rows = rows
        self._put = put
        self._read: dict[int, MachineTranscript] = {}

    def get(self, number: int) -> MachineTranscript:
        """The one of that number; ValueError where there is none that can be read."""
        if number not in self._read:
            if (row := self._rows.get(number)) is None:
                raise ValueError(f"there is no transcript {number}")
            self._read[number] = _read(row)
        return self._read[number]

    def add(self, made: MachineTranscript) -> int:
        """Keep one more; its number."""
        number = max((int(key) for key in self._rows), default=0) + 1
        self._put(number, Row.of(Table.TRANSCRIPTS, number, made.maker, _packed(made)))
        self._read[number] = made
        return number

    def number_of(self, made: MachineTranscript) -> int:
        """The number of an equal one, kept now if there is none."""
        for number, known in self._read.items():
            if known is made or known == made:
                return number
        return self.add(made)


def _packed(made: MachineTranscript) -> bytes:
    return pack({"options": options_document(made.options), **transcript_document(made.transcript)})


def _read(row: Row) -> MachineTranscript:
    document = unpack(row.data)
    return MachineTranscript(read_transcript(document), read_options(Field(document.get("options"))), Maker(row.kind))
