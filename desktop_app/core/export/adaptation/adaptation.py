"""What of a transcript goes out, declared: the dialog and the command line follow from here."""

from dataclasses import dataclass

from desktop_app.core.store.setting_field import About, setting
from desktop_app.translation import tr

_DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What every format is given instead of the whole transcript. The usual values change nothing.

    start, end: of the stretch that goes out, as clocks show them ('1:30'); '' for the recording's own. only: the names
    of those whose turns go out; none for all. offset_ms: added to every time, after that.
    """

    start: str = setting("", About(tr("From", "a time"), example="0:00"))
    end: str = setting("", About(tr("To", "a time"), example="12:30"))
    only: tuple[str, ...] = setting((), About(tr("Only these speakers"), tr("One to a line; all if there is none.")))
    offset_ms: int = setting(
        0,
        About(
            tr("Add to every time (ms)"),
            tr("What would be before zero is left out."),
            bounds=range(-_DAY_MS, _DAY_MS + 1),
        ),
    )
