"""How a transcript is laid out to be read: what people choose of every format that is text in paragraphs."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.store.setting_field import About, setting
from desktop_app.translation import tr


class Timestamps(StrEnum):
    """Where times stand. MINUTES: before the first word of every minute, wherever that is."""

    TURNS = "turns"
    CHANGES = "changes"
    MINUTES = "minutes"
    NONE = "none"


_TIMESTAMPS = {
    Timestamps.TURNS: tr("Before every turn"),
    Timestamps.CHANGES: tr("Where the speaker changes"),
    Timestamps.MINUTES: tr("Every minute"),
    Timestamps.NONE: tr("Nowhere"),
}


@dataclass(frozen=True, slots=True)
class ReadingLayout:
    """grouped: turns of one speaker that follow each other are one paragraph. header: a line on the recording comes
    first."""

    timestamps: Timestamps = setting(Timestamps.TURNS, About(tr("Times"), choices=_TIMESTAMPS))
    grouped: bool = setting(False, About(tr("Turns of one speaker in one paragraph")))
    header: bool = setting(True, About(tr("Recording and its length at the top")))
