"""Names as fields of the files that evaluation tools read: their fields are separated by spaces."""

from collections.abc import Iterable

from desktop_app.core.export.one_line import file_stem, one_line, speaker_name, unlike
from desktop_app.core.transcript.values import AudioSource, Speaker

# What pandas, and with it pyannote.database, reads as a missing value (its STR_NA_VALUES), whatever the capitals.
_MISSING = {"#n/a", "#n/a_n/a", "#na", "-1.#ind", "-1.#qnan", "-nan", "1.#ind", "1.#qnan", "<na>", "n/a"}
_MISSING |= {"na", "nan", "nat", "none", "null"}


def field(text: str) -> str:
    """The text without spaces, which become underscores, and in another form where readers would take it for a missing
    value or a quotation."""
    joined = "_".join(one_line(text).split()).replace('"', "'")
    return f"{joined}_" if joined.casefold() in _MISSING else joined


def file_field(audio: AudioSource) -> str:
    """The recording's name without folders and ending, as a field that begins no remark."""
    name = field(file_stem(audio))
    return f"_{name}" if name.startswith(";") else name


def speaker_fields(speakers: Iterable[Speaker]) -> dict[str, str]:
    """The speakers' names by id, as fields; those that are the same as such get a number: 'Anna', 'Anna_2'."""
    fields: dict[str, str] = {}
    for speaker in speakers:
        fields[speaker.id] = unlike(fields.values(), field(speaker_name(speaker)), "{name}_{number}")
    return fields


def seconds(time_ms: int) -> str:
    """'1.205'."""
    return f"{time_ms // 1000}.{time_ms % 1000:03}"
