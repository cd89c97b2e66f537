"""How much of a transcript is up at once, and for how long: what people choose of subtitles of every format."""

from dataclasses import dataclass

from desktop_app.core.store.setting_field import About, setting
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class CueLimits:
    """The usual values are what subtitlers agree on: two lines of 42 characters, up for seven seconds at most, and long
    enough to be read by adults."""

    line_chars: int = setting(42, About(tr("Characters on a line"), bounds=range(10, 121)))
    lines: int = setting(2, About(tr("Lines at once, at most"), bounds=range(1, 4)))
    longest_s: int = setting(7, About(tr("Up for so many seconds, at most"), bounds=range(2, 31)))
    chars_per_second: int = setting(
        20,
        About(
            tr("Reading speed, in characters a second"),
            tr("A subtitle stays up until it can have been read, or until the next one comes. 0: no longer than said."),
            bounds=range(61),
        ),
    )
