"""What of a worklist is done: a line of JSON for every item, appended as it ends, so that no kill loses one."""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from math import inf
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.shard import Shard
from desktop_app.translation import tr

if TYPE_CHECKING:
    from types import TracebackType

_STEM = "diarist-done"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an item ended.

    name: the item's; stretch_ms: what of the recording it means, all if None. sha256: of the recording's bytes, in
    hexadecimal; None where it cannot be read. options: an id of all that was asked for. results: the files that were
    written, as seen from the record's folder where they lie in it. sound_s: how much was heard; seconds: how long that
    took. engines: what it was done by. reason: why it failed; '' where it did not. kept: where the transcript is
    instead if it could not be written where it was to go. at: when it began, in ISO 8601. language: what is spoken, a
    tag. doubtful: the share of its words that are in doubtful passages, 0 to 1. speakers: how many. Of these three, ''
    and None where that is not known, as in lines of older versions. node: the computer of a cluster that did it.
    """

    name: str
    stretch_ms: tuple[int, int] | None
    sha256: str | None
    options: str
    results: tuple[str, ...] = ()
    sound_s: float = 0.0
    seconds: float = 0.0
    engines: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str = ""
    kept: tuple[str, ...] = ()
    at: str = ""
    language: str = ""
    doubtful: float | None = None
    speakers: int | None = None
    node: str = ""

    @property
    def key(self) -> object:
        """The same for what must not be done twice."""
        return self.name, self.stretch_ms, self.sha256, self.options


class DoneRecord:
    """The record of one share, in its folder; use it in a `with` statement. Threads may append to it at once."""

    def __init__(self, folder: Path, shard: Shard) -> None:
        """WorklistError, on entering, where another program works on this share, or it cannot be written."""
        share = "" if shard.of == 1 else f".{shard.number}-of-{shard.of}"
        self.path = folder / f"{_STEM}{share}.jsonl"
        self._lock = Lock()

    def __enter__(self) -> Self:
        from filelock import FileLock, Timeout

        self._held = FileLock(self.path.with_name(f".{self.path.name}.lock"), thread_local=False)
        try:
            self._held.acquire(timeout=0)
            self._file = self.path.open("ab")
        except Timeout as error:
            raise WorklistError(self.path, tr("another program works on this list; --shard shares it out")) from error
        except OSError as error:
            self._held.release()
            raise WorklistError(self.path, error.strerror or str(error)) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
    ) -> None:
        with suppress(OSError):  # what could not be written is told
            self._file.close()
        self._held.release()
        with suppress(OSError):
            Path(self._held.lock_file).unlink()

    def append(self, outcome: Outcome) -> None:
        """Have it on the disk. WorklistError where that cannot be."""
        line = _line(outcome)
        try:
            with self._lock:
                if self._is_torn():
                    line = b"\n" + line
                self._file.write(line)
                self._file.flush()
                os.fsync(self._file.fileno())
        except OSError as error:
            raise WorklistError(self.path, error.strerror or str(error)) from error

    def _is_torn(self) -> bool:
        """Whether a killed program left a line without its end."""
        with self.path.open("rb") as file:
            if not file.seek(0, os.SEEK_END):
                return False
            file.seek(-1, os.SEEK_END)
            return file.read() != b"\n"


def outcomes_in(folder: Path) -> Mapping[object, Outcome]:
    """The last outcome of every item that was asked for the same, by its `key`, of all shares in the folder; lines that
    are torn count as none.

    Of several shares one that did it is believed: which was the last cannot be told, for clocks of computers differ.
    """
    found: dict[object, Outcome] = {}
    for path in sorted(folder.glob(f"{_STEM}*.jsonl")):
        for key, outcome in _last_outcomes(path).items():
            if not outcome.reason or found.get(key, outcome).reason:
                found[key] = outcome
    return found


def _last_outcomes(path: Path) -> Mapping[object, Outcome]:
    """What one share says."""
    found: dict[object, Outcome] = {}
    for line in path.read_bytes().splitlines():
        with suppress(ValueError, TypeError, AttributeError):
            outcome = _outcome(json.loads(line))
            found[outcome.key] = outcome
    return found


def outcomes_by_name(folder: Path) -> Mapping[str, Sequence[Outcome]]:
    """What outcomes_in gives, by the names of items."""
    found: dict[str, list[Outcome]] = {}
    for outcome in outcomes_in(folder).values():
        found.setdefault(outcome.name, []).append(outcome)
    return found


def _line(outcome: Outcome) -> bytes:
    """Readable where it can be; names that are no Unicode come back as they were."""
    entry = asdict(outcome)
    try:
        return json.dumps(entry, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(entry).encode() + b"\n"


def _outcome(entry: dict[str, object]) -> Outcome:
    known = {each.name for each in fields(Outcome)}  # a newer Diarist may say more
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name in known
    }
    outcome = Outcome(**values)  # type: ignore[arg-type]  # our own line; another's does not fit, and counts as none
    _require_ours(outcome)
    return outcome


def _require_ours(outcome: Outcome) -> None:
    """TypeError or ValueError where a line says what none of ours does."""
    start_ms, end_ms = outcome.stretch_ms or (0, 0)
    texts = (outcome.name, outcome.reason, outcome.at, outcome.language, outcome.options, outcome.node)
    "".join((*texts, outcome.sha256 or "", *outcome.results, *outcome.engines, *outcome.warnings, *outcome.kept))
    if b"\0" in b"".join(map(os.fsencode, outcome.results)):
        raise ValueError(f"no names of files: {outcome.results}")
    figures = (outcome.sound_s, outcome.seconds, start_ms, end_ms, outcome.speakers or 0)
    if not (all(0 <= each < inf for each in figures) and 0 <= (outcome.doubtful or 0) <= 1):
        raise ValueError(f"no line of this record: {outcome}")
