"""What is written of every recording, whether one after the other or as a worklist."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import names_left_in_words
from desktop_app.core.export.destination import Destination
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.preset import Preset, preset_document
from desktop_app.core.export.try_destination import expected_bytes, try_destination
from desktop_app.core.export.write import Exported, export_transcript
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.export_format import of_job
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.export_record import Origin
from desktop_app.core.store.unexpected_fault import in_one_sentence
from desktop_app.core.transcript.values import Transcript
from desktop_app.terminal.job_request import duration_s, id_of
from desktop_app.terminal.rescued_transcripts import keep


class Unwritten(Exception):
    """A finished transcript cannot be written where it was to go; the message is for people.

    transcript: all of it; kept: the files where it is instead, none where that could not be either.
    """

    def __init__(self, reason: str, transcript: Transcript, kept: tuple[Path, ...]) -> None:
        super().__init__(reason)
        self.transcript, self.kept = transcript, kept


@dataclass(frozen=True, slots=True)
class Writing:
    """formats: with their options. replace: also over files of others; skip_done: not what is there already.
    adaptation: what of each transcript goes out."""

    formats: Sequence[ExportFormat]
    replace: bool = False
    skip_done: bool = False
    adaptation: Adaptation = Adaptation()  # noqa: RUF009  frozen

    @property
    def endings(self) -> tuple[str, ...]:
        """Of the files."""
        return tuple(each.extension for each in self.formats)

    def asked_with(self, asked: str) -> str:
        """The same for all that gives the same files of the same recording. asked: the same for all that gives the same
        transcript."""
        document = preset_document(Preset("", tuple(self.formats), self.adaptation))
        formats = document["formats"]
        chosen = {form: values for form, values in formats.items() if values} if isinstance(formats, dict) else {}
        if not (chosen or document["adaptation"]):
            return asked
        return id_of({"asked": asked, "formats": chosen, "adaptation": document["adaptation"]})

    def try_place(self, place: Destination, origin: Origin, recording: Path) -> None:
        """ExportError where what comes of the recording cannot be written there."""
        needed_bytes = expected_bytes(duration_s(recording))
        try_destination(place, self.endings, origin, needed_bytes=needed_bytes, replace=self.replace)

    def write(
        self, source: str, transcript: Transcript, place: Destination, options: JobOptions, made_with: str
    ) -> Exported:
        """Write all formats of what was made of a recording. source: where that lies; options: of the job; made_with:
        see asked_with. Unwritten where that cannot be, whatever the cause: the work is done, and is kept elsewhere."""
        transcript = replace(transcript, audio=replace(transcript.audio, file=source))
        try:
            formats = of_job(self.formats, options, place.folder)
            origin = origin_of(transcript, options=made_with)
            return export_transcript(
                transcript, place, formats, origin, replace=self.replace, adaptation=self.adaptation
            )
        except Exception as error:
            kept = keep(transcript, place.stem, self.formats)
            raise Unwritten(_reason(source, error), transcript, kept) from error

    def names_left(self, transcript: Transcript) -> str:
        """A sentence on the names that can still be read in what went out, although they have a pseudonym; '' where
        there are none."""
        return names_left_in_words(transcript, self.adaptation)


def _reason(source: str, error: Exception) -> str:
    if isinstance(error, ExportError):  # it names its file
        return str(error)
    return f"{source}: {error}" if isinstance(error, SettingsError) else str(in_one_sentence(source, error))
