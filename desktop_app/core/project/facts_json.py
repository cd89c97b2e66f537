"""What a project says beside its transcript, as rows hold it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from desktop_app.core.export.json_fields import Field
from desktop_app.core.project.options_json import options_document, read_options
from desktop_app.core.project.values import Facts, Json, Reading, Recording, Sound, Work, WorkState
from desktop_app.translation import tr

Document = dict[str, object]


def fact_documents(facts: Facts) -> dict[str, Document]:
    """Every fact by its name, as JSON has it."""
    return {name: pack(getattr(facts, name)) for name, (pack, _) in _CODECS.items()}


def read_fact(name: str, document: Document) -> object:
    """The value of a fact that fact_documents gave; ValueError where it is none."""
    return _CODECS[name][1](Field(document, name))


def _pack_recording(recording: Recording) -> Document:
    return {
        "name": recording.name,
        "made_at": time_text(recording.made_at),
        "note": recording.note,
        "tags": list(recording.tags),
        "recorded_here": recording.recorded_here,
    }


def _read_recording(recording: Field) -> Recording:
    return Recording(
        name=recording.member("name").text(),
        made_at=read_time(recording.member("made_at")),
        note=recording.member("note").text(),
        tags=recording.member("tags").items(Field.text),
        recorded_here=recording.member("recorded_here").flag(),
    )


def _pack_sound(sound: Sound | None) -> Document:
    if sound is None:
        return {}
    return {
        "relative": sound.relative,
        "absolute": sound.absolute,
        "size_bytes": sound.size_bytes,
        "sha256": sound.sha256,
        "duration_ms": sound.duration_ms,
    }


def _read_sound(sound: Field) -> Sound | None:
    if not sound.value:
        return None
    return Sound(
        relative=sound.member("relative").or_null(Field.text),
        absolute=sound.member("absolute").text(),
        size_bytes=sound.member("size_bytes").or_null(Field.whole),
        sha256=sound.member("sha256").or_null(Field.text),
        duration_ms=sound.member("duration_ms").or_null(Field.whole),
    )


def _pack_work(work: Work) -> Document:
    return {"state": work.state, "failure": work.failure}


def _read_work(work: Field) -> Work:
    return Work(WorkState(work.member("state").text()), work.member("failure").or_null(Field.text))


def _pack_reading(reading: Reading) -> Document:
    return {"place_ms": reading.place_ms, "view": dict(reading.view)}


def _read_reading(reading: Field) -> Reading:
    view = reading.member("view")
    if not isinstance(view.value, dict):
        raise view.refusal(tr("an object"))
    return Reading(reading.member("place_ms").whole(), cast(Mapping[str, Json], view.value))


def _pack_folder(folder: Path | None) -> Document:
    return {"path": None if folder is None else str(folder)}


def _read_folder(folder: Field) -> Path | None:
    path = folder.member("path").or_null(Field.text)
    return None if path is None else Path(path)


def time_text(time: datetime) -> str:
    """A time as it is written: in UTC, such as '2026-11-25T14:03:12+00:00'."""
    return time.astimezone(UTC).isoformat()


def read_time(time: Field) -> datetime:
    """The time that time_text gave; ValueError where it is none."""
    read = datetime.fromisoformat(time.text())
    if read.tzinfo is None:
        raise time.refusal(tr("a time with its zone"))
    return read


_CODECS: dict[str, tuple[Callable[[Any], Document], Callable[[Field], object]]] = {
    "recording": (_pack_recording, _read_recording),
    "sound": (_pack_sound, _read_sound),
    "work": (_pack_work, _read_work),
    "options": (options_document, read_options),
    "reading": (_pack_reading, _read_reading),
    "export_folder": (_pack_folder, _read_folder),
}


def fact_names() -> tuple[str, ...]:
    """The names of all facts."""
    return tuple(_CODECS)
