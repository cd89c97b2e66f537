"""What is written of every recording, whether one after the other or as a worklist."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.destination import Destination
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.preset import Preset, preset_document
from desktop_app.core.export.try_destination import expected_bytes, try_destination
from desktop_app.core.export.write import Exported, export_transcript
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.export_format import of_job
from desktop_app.core.store.export_record import Origin
from desktop_app.core.transcript.values import Transcript
from desktop_app.terminal.job_request import duration_s, id_of


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

    def write(self, transcript: Transcript, place: Destination, options: JobOptions, made_with: str) -> Exported:
        """Write all formats. options: of the job; made_with: see asked_with. ExportError, or SettingsError where what
        goes out is not there."""
        formats = of_job(self.formats, options, place.folder)
        origin = origin_of(transcript, options=made_with)
        return export_transcript(transcript, place, formats, origin, replace=self.replace, adaptation=self.adaptation)
