"""The transcript and its edits out of a project's rows: exactly, or else as much as can be proven."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.edited import EditedTranscript
from desktop_app.core.project.history_rows import (
    HISTORY,
    SNAPSHOT,
    Position,
    Snapshot,
    nearest_snapshot,
    tip_at,
    whole_steps,
)
from desktop_app.core.project.machine import MachineTranscript, MachineTranscripts, Maker
from desktop_app.core.project.replay import Replay
from desktop_app.core.project.rows import Row, Rows, Table
from desktop_app.core.transcript.edits import History
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import figure, plural, tr


@dataclass(frozen=True, slots=True)
class FoundText:
    """What there is to read. text: None where there is none. reached: how many of the steps are in it, -1 for a state
    from before them. losses: what is gone, as a person reads it; none where all of it is exact."""

    text: EditedTranscript | None
    reached: int = 0
    losses: tuple[str, ...] = ()


def read_text(rows: Rows, machine: MachineTranscripts) -> FoundText:
    """The text that rows hold together which are whole one by one. UnknownStep where a newer version made an edit."""
    position = _position(rows)
    if position is not None and position.base is None:
        return FoundText(None)
    exact = None if position is None else _exact(rows, machine, position)
    return exact or _best(rows, machine, position)


def _exact(rows: Rows, machine: MachineTranscripts, position: Position) -> FoundText | None:
    """The text, where every row that it takes is there and proven."""
    base = position.base or 0
    root = tip_at(rows, base, 0)
    steps = [] if root is None else whole_steps(rows, root)
    if root is None or len(steps) != position.steps or position.tip != (steps[-1].digest if steps else root):
        return None
    try:
        made = machine.get(base)
        replay = Replay(made.transcript, machine, known=partial(_known, rows, base))
        for row in steps:
            replay.read(row)
        text = EditedTranscript(made, _history(replay, position.done), replay.at(position.done))
    except (ValueError, KeyError):
        return None
    return FoundText(text, position.done)


def _known(rows: Rows, base: int, position: int) -> tuple[int, Transcript] | None:
    snapshot = nearest_snapshot(rows, base, position)
    return None if snapshot is None else (snapshot.done, snapshot.transcript)


def _best(rows: Rows, machine: MachineTranscripts, position: Position | None) -> FoundText:
    found = [*_from_bases(rows, machine, position), *_from_snapshot(rows, machine, position)]
    return max(found, key=lambda each: each.reached, default=FoundText(None, 0, (tr("the transcript"),)))


def _from_bases(rows: Rows, machine: MachineTranscripts, position: Position | None) -> Iterable[FoundText]:
    """A machine's transcript, with the steps that follow it."""
    numbers = sorted(map(int, rows[Table.TRANSCRIPTS]), reverse=True)
    if position is not None:
        numbers = [number for number in numbers if number == position.base] or numbers
    for number in numbers:
        try:
            made = machine.get(number)
        except ValueError:
            continue
        replay = _replayed(Replay(made.transcript, machine), whole_steps(rows, tip_at(rows, number, 0) or b""))
        reached, losses = _reached(replay, position)
        yield _found(made, replay, reached, losses or [tr("the proof that no change to the text is missing")])


def _from_snapshot(rows: Rows, machine: MachineTranscripts, position: Position | None) -> Iterable[FoundText]:
    """The snapshot as a new beginning, with the steps that follow it."""
    if (snapshot := _snapshot(rows)) is None:
        return
    made = MachineTranscript(snapshot.transcript, _options(machine, snapshot.base), Maker.RECOVERED)
    replay = Replay(snapshot.transcript, machine, position=snapshot.done)
    if position is not None and not _is_of_these(snapshot, rows, position):
        yield _found(made, replay, snapshot.done, [tr("all changes to the text since an earlier state")], rank=-1)
        return
    _replayed(replay, whole_steps(rows, snapshot.tip, position=snapshot.done))
    reached, losses = _reached(replay, position)
    first = plural(
        "what undoes the first {n} changes to the text", "what undoes the first change to the text", snapshot.done
    )
    yield _found(made, replay, reached, [*losses, first])


def _is_of_these(snapshot: Snapshot, rows: Rows, position: Position) -> bool:
    """Whether the snapshot was taken of the steps that the rows held last."""
    if snapshot.base != position.base or snapshot.done > position.steps:
        return False
    return tip_at(rows, snapshot.base, snapshot.done) in {None, snapshot.tip}


def _reached(replay: Replay, position: Position | None) -> tuple[int, list[str]]:
    """After how many steps the text is as near as it can be to what it was, and what is lost there."""
    if position is None:
        return replay.position, [tr("which changes to the text were undone")]
    first, last = replay.position - len(replay.edits), replay.position
    if last < position.done:
        lost = figure(position.done - last)
        return last, [tr("the last {lost} of {all} changes to the text", lost=lost, all=figure(position.done))]
    if first > position.done:
        undone = first - position.done
        lost = plural("that {n} changes to the text were undone", "that a change to the text was undone", undone)
        return first, [lost]
    undone = position.steps - last
    lost = plural("{n} changes to the text that were undone", "{n} change to the text that was undone", undone)
    return position.done, [lost] if undone else []


def _found(
    made: MachineTranscript, replay: Replay, position: int, losses: list[str], *, rank: int | None = None
) -> FoundText:
    text = EditedTranscript(made, _history(replay, position), replay.at(position))
    return FoundText(text, position if rank is None else rank, tuple(losses))


def _replayed(replay: Replay, steps: Sequence[Row]) -> Replay:
    """The replay, with as many of the steps as can be read."""
    for row in steps:
        try:
            replay.read(row)
        except (ValueError, KeyError):
            break
    return replay


def _history(replay: Replay, position: int) -> History:
    done = position - (replay.position - len(replay.edits))
    return History(tuple(replay.edits[:done]), tuple(reversed(replay.edits[done:])))


def _position(rows: Rows) -> Position | None:
    try:
        return Position.read(rows[Table.FACTS][HISTORY])
    except (KeyError, ValueError):
        return None


def _snapshot(rows: Rows) -> Snapshot | None:
    try:
        return Snapshot.read(rows[Table.PARTS][SNAPSHOT])
    except (KeyError, ValueError):
        return None


def _options(machine: MachineTranscripts, number: int) -> JobOptions:
    try:
        return machine.get(number).options
    except ValueError:
        return JobOptions()
