"""The small file beside a recording's sound that says what it is, and whether it is finished."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop_app import __version__
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.store.atomic import write_atomically
from desktop_app.translation import tr

VERSION = 1
_NAME = "recording.json"
_SCHEMA = re.compile(r"diarist-recording/(\d+)")


class RecordingState(StrEnum):
    """How far a recording is."""

    RECORDING = "recording"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is known of a recording.

    started_at: with its zone. device: the name of what it began with. sound: the name of its one file, '' while it
    lies in segments. ended: how it ended, in words, '' while it has not. diarist: the version that recorded it.
    to_offer: whoever wanted it has not seen to it yet, and is offered it at a later start.
    """

    started_at: datetime
    device: str
    rate_hz: int
    state: RecordingState = RecordingState.RECORDING
    sound: str = ""
    ended: str = ""
    lost_samples: int = 0
    diarist: str = field(default=__version__)
    to_offer: bool = False


def write_sidecar(folder: Path, sidecar: Sidecar) -> None:
    """Write it whole or not at all. OSError if it cannot be."""
    document = {"schema": f"diarist-recording/{VERSION}", **asdict(sidecar)}
    document["started_at"] = sidecar.started_at.isoformat(timespec="milliseconds")
    write_atomically(folder / _NAME, json.dumps(document, ensure_ascii=False, indent=2).encode())


def read_sidecar(folder: Path) -> Sidecar | None:
    """What is said of the recording in this folder; None where that is missing or damaged.

    CaptureError where a newer Diarist wrote it.
    """
    try:
        document = json.loads((folder / _NAME).read_bytes())
        if not isinstance(document, dict) or not (schema := _SCHEMA.fullmatch(str(document.get("schema")))):
            return None
        if int(schema[1]) > VERSION:
            raise CaptureError(
                tr(
                    "'{name}' was recorded by a newer Diarist (format {format}; this one reads {version})",
                    name=folder.name,
                    format=schema[1],
                    version=VERSION,
                ),
                tr("Install the newest Diarist to open it."),
            )
        return _sidecar(document)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def has_sidecar(folder: Path) -> bool:
    """Whether there is one, damaged or not."""
    return (folder / _NAME).exists()


def drop_sidecar(folder: Path) -> None:
    """Delete it. OSError if it cannot be."""
    (folder / _NAME).unlink(missing_ok=True)


def _sidecar(document: Mapping[str, object]) -> Sidecar:
    rate_hz, lost_samples = document["rate_hz"], document["lost_samples"]
    if not isinstance(rate_hz, int) or rate_hz <= 0 or not isinstance(lost_samples, int):
        raise ValueError("no numbers")
    started_at = datetime.fromisoformat(str(document["started_at"]))
    return Sidecar(
        started_at if started_at.tzinfo else started_at.astimezone(),
        str(document["device"]),
        rate_hz,
        RecordingState(str(document["state"])),
        str(document["sound"]),
        str(document["ended"]),
        lost_samples,
        str(document["diarist"]),
        document.get("to_offer") is True,
    )
