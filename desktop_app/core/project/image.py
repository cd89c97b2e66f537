"""A project in memory: its values, and the rows that hold them. What is changed is told row by row."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import uuid4

from desktop_app import __version__
from desktop_app.core.project.edited import EditedTranscript, in_order
from desktop_app.core.project.facts_json import fact_documents, time_text
from desktop_app.core.project.history_rows import HISTORY, SNAPSHOT, Position, Snapshot, tip_at
from desktop_app.core.project.machine import MachineTranscript, MachineTranscripts
from desktop_app.core.project.packed_json import pack
from desktop_app.core.project.rows import Key, Row, Rows, Table
from desktop_app.core.project.steps import pack_step
from desktop_app.core.project.values import Facts, Peaks
from desktop_app.core.transcript.edits import Edit, History
from desktop_app.core.transcript.values import Transcript

PROJECT, CHANGED, SPEAKERS = "project", "changed", "speakers"
VOICES, PEAKS = "voices", "peaks"
_JSON = "json"


class ProjectImage:
    """All of one project. Its methods change it in memory; `unsaved` names the rows that are not on a disk yet."""

    def __init__(self, project_id: str, facts: Facts, rows: Rows | None = None) -> None:
        self.rows = Rows() if rows is None else rows
        self.unsaved: dict[tuple[Table, Key], None] = {}
        self.id = project_id
        self.facts = facts
        self.text: EditedTranscript | None = None
        self.machine = MachineTranscripts(
            self.rows[Table.TRANSCRIPTS], lambda number, row: self._put(Table.TRANSCRIPTS, number, row)
        )
        self._position = Position()
        self._steps: tuple[Edit, ...] = ()
        self._since_snapshot = 0
        self.reached = 0

    @classmethod
    def new(cls, facts: Facts, project_id: str | None = None, rows: Rows | None = None) -> "ProjectImage":
        """A project without a text. project_id: a new one if None. rows: what else it begins with."""
        image = cls(project_id or new_id(), facts, rows)
        image.renew_id(image.id)
        image._put_facts(fact_documents(facts))
        image._put(Table.FACTS, HISTORY, image._position.row())
        image._put_speakers()
        return image

    def copy(self) -> "ProjectImage":
        """The same project, to be changed apart."""
        other = ProjectImage(self.id, self.facts, self.rows.copy())
        other.hold(self.text, self._position)
        return other

    def hold(self, text: EditedTranscript | None, position: Position, reached: int | None = None) -> None:
        """Take the text that the rows hold at this position. reached: see FoundText."""
        self.text, self._position = text, position
        self.reached = position.done if reached is None else reached
        self._steps = in_order(text.history) if text else ()

    @property
    def changes_since_snapshot(self) -> int:
        """How often the text was changed since a snapshot of it was made, or since it was read."""
        return self._since_snapshot

    def unsaved_rows(self) -> Iterator[tuple[Table, Key, Row | None]]:
        """The rows that are not on a disk yet; None where one is to go."""
        return ((table, key, self.rows[table].get(key)) for table, key in self.unsaved)

    @property
    def voices(self) -> bytes | None:
        """The packed voices, None where none are kept."""
        row = self.rows[Table.PARTS].get(VOICES)
        return None if row is None else row.data

    @property
    def peaks(self) -> Peaks | None:
        """The waveform's peaks, None where there are none."""
        row = self.rows[Table.PARTS].get(PEAKS)
        return None if row is None else Peaks(row.kind, row.data)

    def renew_id(self, project_id: str) -> None:
        """Give the project this id."""
        self.id = project_id
        self._put_facts({PROJECT: {"id": project_id}})

    def set_facts(self, facts: Facts) -> None:
        """Take these facts; only what differs is written."""
        before, after = fact_documents(self.facts), fact_documents(facts)
        self._put_facts({name: document for name, document in after.items() if document != before[name]})
        self.facts = facts

    def set_voices(self, voices: bytes | None) -> None:
        """Keep packed voices, or keep none."""
        self._put_part(VOICES, _JSON if voices is None else VOICES, voices)

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Keep the waveform's peaks, or keep none."""
        self._put_part(PEAKS, peaks.form if peaks else "", peaks.data if peaks else None)

    def record_transcript(self, made: MachineTranscript) -> None:
        """Begin with what a machine made, without edits. What was there before is kept, but for the edits."""
        number = self.machine.number_of(made)
        self._drop_steps_after(0)
        self._drop(Table.PARTS, SNAPSHOT)
        self._steps = ()
        self._move(Position(number, tip=tip_at(self.rows, number, 0) or b""))
        self.text = EditedTranscript(made, History(), made.transcript)
        self._put_speakers()

    def record_history(self, history: History, transcript: Transcript) -> None:
        """Take the edits, done and undone, and the transcript that they lead to; only what differs is written.

        ValueError where there is no transcript yet.
        """
        if self.text is None or self._position.base is None:
            raise ValueError("there is no transcript that could have been edited")
        steps = in_order(history)
        kept = _equal_beginning(self._steps, steps)
        self._drop_steps_after(kept)
        for number, edit in enumerate(steps[kept:], kept + 1):
            self._put_step(number, edit)
        self._steps = steps
        tip = tip_at(self.rows, self._position.base, len(steps)) or b""
        self._move(Position(self._position.base, len(history.done), len(steps), tip))
        self.text = EditedTranscript(self.text.base, history, transcript)
        self._since_snapshot += 1
        self._put_speakers()

    def take_snapshot(self) -> None:
        """Write the transcript down as it is now, beside the steps that lead to it."""
        position = self._position
        if self.text is None or position.base is None:
            return
        tip = tip_at(self.rows, position.base, position.done) or b""
        row = Snapshot(position.base, position.done, tip, self.text.transcript).row()
        self._put(Table.PARTS, SNAPSHOT, row)
        self._since_snapshot = 0

    def stamp(self, at: datetime, stamp: str) -> None:
        """Note when, and by which version, it was changed. stamp: told from that of every other change."""
        self._put_facts({CHANGED: {"at": time_text(at), "stamp": stamp, "by": __version__}})

    def _put_step(self, number: int, edit: Edit) -> None:
        kind, document = pack_step(edit, self.machine)
        after = tip_at(self.rows, self._position.base or 0, number - 1) or b""
        self._put(Table.STEPS, number, Row.of(Table.STEPS, number, kind, pack(document), after=after))

    def _drop_steps_after(self, number: int) -> None:
        for each in range(number + 1, len(self.rows[Table.STEPS]) + 1):
            self._drop(Table.STEPS, each)

    def _move(self, position: Position) -> None:
        self._position = position
        self._put(Table.FACTS, HISTORY, position.row())

    def _put_speakers(self) -> None:
        """The names are wanted by lists of projects, which read no transcripts."""
        names = [speaker.name for speaker in self.text.transcript.speakers] if self.text else []
        self._put_facts({SPEAKERS: {"names": names}})

    def _put_facts(self, documents: dict[str, dict[str, object]]) -> None:
        for name, document in documents.items():
            self._put(Table.FACTS, name, Row.of(Table.FACTS, name, _JSON, pack(document)))

    def _put_part(self, name: str, kind: str, data: bytes | None) -> None:
        if data is None:
            self._drop(Table.PARTS, name)
        else:
            self._put(Table.PARTS, name, Row.of(Table.PARTS, name, kind, data))

    def _put(self, table: Table, key: Key, row: Row) -> None:
        if self.rows[table].get(key) != row:
            self.rows[table][key] = row
            self.unsaved[table, key] = None

    def _drop(self, table: Table, key: Key) -> None:
        if self.rows[table].pop(key, None) is not None:
            self.unsaved[table, key] = None


def new_id() -> str:
    """An id that no other project has."""
    return str(uuid4())


def _equal_beginning(known: Sequence[Edit], wanted: Sequence[Edit]) -> int:
    """How many edits both begin with."""
    for number, (one, other) in enumerate(zip(known, wanted, strict=False)):
        if one is not other and one != other:
            return number
    return min(len(known), len(wanted))
