"""How a transcript is laid out to be read: what people choose of every format that is text in paragraphs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.store.setting_field import About, setting
from desktop_app.translation import tr


class Times(StrEnum):
    """Where times stand. MINUTES: before the first word of every minute, wherever that is."""

    TURNS = "turns"
    CHANGES = "changes"
    MINUTES = "minutes"
    NONE = "none"


_TIMES: Mapping[str, str] = {
    Times.TURNS: tr("Before every turn"),
    Times.CHANGES: tr("Where the speaker changes"),
    Times.MINUTES: tr("Every minute"),
    Times.NONE: tr("Nowhere"),
}


@dataclass(frozen=True, slots=True)
class ReadingLayout:
    """What can be chosen of a text."""

    times: Times = setting(Times.TURNS, About(tr("Times"), choices=_TIMES))
    merged: bool = setting(
        False, About(tr("Merge turns"), tr("What one speaker says until another does is one paragraph."))
    )
    title: bool = setting(True, About(tr("Title"), tr("The recording's name and length stand on top.")))
