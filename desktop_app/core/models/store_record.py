"""What the store says of a model that lies in it."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_app.core.models.model_spec import FileSpec
from desktop_app.translation import tr

FORMAT = 1
"""Of the record."""
RECORD = "record.json"
_FOLDER = re.compile("[0-9a-f]{16}")


class NewerRecord(ValueError):
    """A newer Diarist wrote it."""


@dataclass(frozen=True, slots=True)
class StoreRecord:
    """A model in the store. folder: the folder, beside the record, that holds its files; source: where they came from;
    own: whether it is the user's own and not one that Diarist knows."""

    folder: str
    files: tuple[FileSpec, ...]
    source: str
    own: bool


def record_text(record: StoreRecord) -> str:
    """The record as JSON."""
    return json.dumps({"format": FORMAT, **asdict(record)}, ensure_ascii=False, indent=2)


def parse_record(text: str) -> StoreRecord:
    """The record in this JSON; NewerRecord, or ValueError if it is none or one that leads out of its folder."""
    try:
        found = json.loads(text)
        if isinstance(found["format"], int) and found["format"] > FORMAT:
            raise NewerRecord(tr("a newer Diarist wrote it"))
        if found["format"] != FORMAT:
            raise ValueError(tr("it has format {format}", format=found["format"]))
        files = tuple(
            FileSpec(str(each["name"]), int(each["size"]), str(each["sha256"]).lower()) for each in found["files"]
        )
        record = StoreRecord(str(found["folder"]), files, str(found["source"]), bool(found["own"]))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(tr("it is no record ({error})", error=error)) from error
    if not _FOLDER.fullmatch(record.folder) or not files or not all(map(_is_plain, files)):
        raise ValueError(tr("it names no files that could lie here"))
    return record


def _is_plain(file: FileSpec) -> bool:
    return Path(file.name).name == file.name and file.name != ".."
