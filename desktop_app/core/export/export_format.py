"""What an export format is: a kind of file, and how a transcript becomes one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import adapted
from desktop_app.core.store.declaration import Declaration, declared_in
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A kind of file.

    extension: what its files' names end with, without the first dot; no two formats share one: 'srt', 'maxqda.txt'.
    label: what a person calls it. render: of a transcript, and of options where the format has some, what is in the
    file; text always encodes to UTF-8 and ends its lines with a line feed. options: as they are chosen, a dataclass
    whose fields are declared by `setting`; None where there is nothing to choose. keeps_all: what is off the record is
    in it, too. is_read: by people, so pauses, overlaps and marks may be written into its text.
    """

    extension: str
    label: str
    render: Callable[..., str | bytes]
    options: Any = None
    keeps_all: bool = False
    is_read: bool = False

    @property
    def short_name(self) -> str:
        """The extension without its last part, where that is a general one: 'maxqda', 'srt'."""
        return self.extension.rpartition(".")[0] or self.extension

    def declarations(self) -> tuple[Declaration, ...]:
        """What can be chosen, by keys such as 'srt.names'."""
        return () if self.options is None else declared_in(self.options, self.short_name)

    def with_options(self, values: Mapping[str, object]) -> "ExportFormat":
        """The same with other values of some options, by their names. SettingsError where it has no such option, or one
        has no such value."""
        if not values:
            return self
        declared = {each.name: each for each in self.declarations()}
        if unknown := [name for name in values if name not in declared]:
            raise SettingsError(tr("{format} has no option {names}", format=self.short_name, names=", ".join(unknown)))
        checked = {name: declared[name].checked(value) for name, value in values.items()}
        return replace(self, options=replace(self.options, **checked))

    def contents(self, transcript: Transcript, adaptation: Adaptation | None = None) -> bytes:
        """What is in the file, text in UTF-8. adaptation: what of the transcript goes out; all of it if None."""
        if not self.keeps_all:
            transcript = adapted(transcript, adaptation or Adaptation(), is_read=self.is_read)
        rendered = self.render(transcript) if self.options is None else self.render(transcript, self.options)
        return rendered if isinstance(rendered, bytes) else rendered.encode("utf-8")
