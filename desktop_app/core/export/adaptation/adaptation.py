"""What of a transcript goes out, declared: the dialog and the command line follow from here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.core.export.adaptation.pauses import Pauses
from desktop_app.core.store.declaration import Declaration, declared_in
from desktop_app.core.store.setting_field import About, setting
from desktop_app.translation import tr

_DAY_MS = 24 * 60 * 60 * 1000
_LEAST_PAUSE_MS, _LONGEST_LEAST_MS = 200, 60_000


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
    pseudonyms: tuple[str, ...] = setting(
        (), About(tr("Pseudonyms"), tr("One to a line, in the place of a name: Anna=P01."), example="Anna=P01")
    )
    pauses: Pauses = setting(
        Pauses.NONE,
        About(
            tr("Pauses"),
            choices={
                "none": tr("not written", "pauses"),
                "dots": tr("a dot for each second: (..)"),
                "seconds": tr("their seconds: (2.3)"),
            },
        ),
    )
    least_pause_ms: int = setting(
        1000, About(tr("Shortest pause (ms)"), bounds=range(_LEAST_PAUSE_MS, _LONGEST_LEAST_MS + 1))
    )
    overlaps: bool = setting(False, About(tr("Mark overlaps"), tr("//…// around what is said while another speaks.")))
    uncertain: bool = setting(False, About(tr("Mark uncertain words"), tr("As (word?).")))
    off_record_told: bool = setting(
        False,
        About(
            tr("Say what is off the record"),
            tr("With [off the record] in its place; its words go out in no case."),
        ),
    )

    @classmethod
    def declarations(cls) -> tuple[Declaration, ...]:
        """What can be chosen, by keys such as 'export.start'."""
        return declared_in(cls(), "export")

    def with_values(self, values: Mapping[str, object]) -> "Adaptation":
        """The same with other values of some choices, by their names. SettingsError where one has no such value,
        KeyError where there is no such choice."""
        declared = {each.name: each for each in self.declarations()}
        checked = {name: declared[name].checked(value) for name, value in values.items()}
        return replace(self, **checked)  # type: ignore[arg-type]  # each value is of its field's type
