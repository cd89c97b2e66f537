"""A batch of files through one warm set of engines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from desktop_app import interruption
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.export.destination import Destination, finished_exports
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.write import make_folder
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.kept_voices import finished
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import TranscriptionInterrupted, transcribe_recording
from desktop_app.core.project.places import is_project
from desktop_app.core.store.content_id import content_id
from desktop_app.core.store.export_record import Origin
from desktop_app.core.store.piped_input import as_file, incoming_folder, is_stream, known_as
from desktop_app.core.store.settings import Settings
from desktop_app.core.store.unexpected_fault import in_one_sentence
from desktop_app.core.transcript.values import Speaker, Transcript, Turn
from desktop_app.terminal.export_targets import destinations
from desktop_app.terminal.job_request import options_id, together_id
from desktop_app.terminal.reporter import Reporter
from desktop_app.terminal.writing import Unwritten, Writing


def transcribe_batch(
    files: Sequence[Path],
    out: Path | None,
    writing: Writing,
    options: JobOptions,
    reporter: Reporter,
    *,
    settings: Settings | None = None,
    together: Sequence[Path] = (),
) -> bool:
    """Transcribe and export every file; a file that fails is reported and the others go on. True if none failed.

    files: '-' among them is standard input; pipes are read too. out: the folder for the exports; beside each recording
    if None. settings: of the engines, the usual if None. together: recordings of the same meeting as the only file.
    KeyboardInterrupt where it is interrupted: what was done of the file by then is written, if that is anything.
    """
    if out is not None:
        try:
            make_folder(out)  # found out now, not after an hour's work
        except ExportError as error:
            reporter.failed(out, error)
            return False
    asked = options_id(options, settings or Settings())
    job = _Job(Engines(settings), writing, options, reporter, asked, tuple(together))
    try:
        places = destinations([known_as(path) for path in files], out)
        done = [job.do(path, place) for path, place in zip(files, places, strict=True)]
    finally:
        interruption.respond_by(interruption.Response.END)
    return all(done)


@dataclass(frozen=True)
class _Job:
    """What is done with every file."""

    engines: Engines
    writing: Writing
    options: JobOptions
    reporter: Reporter
    asked: str
    together: tuple[Path, ...] = ()

    def do(self, path: Path, place: Destination) -> bool:
        """Transcribe one file, whatever may be wrong with it; True if that went well."""
        interruption.respond_by(interruption.Response.END)
        known = known_as(path)
        try:
            if is_stream(path):
                self.reporter.receiving(known, incoming_folder())
            _require_recording(path)
            with as_file(path) as file:
                return self._transcribe(file, known, place)
        except BrokenPipeError:  # nobody reads what is said: that is no fault of the file
            raise
        except (AudioError, ExportError, ModelUnavailable) as error:
            self.reporter.failed(known, error)
        except Exception as error:  # noqa: BLE001  the border of one file: whatever it is, the next one is done
            self.reporter.failed(known, in_one_sentence(known, error))
        return False

    @cached_property
    def options_id(self) -> str:
        """The same for all that gives the same files of the same recording."""
        return self.writing.asked_with(together_id(self.asked, self.together))

    def _transcribe(self, file: Path, path: Path, place: Destination) -> bool:
        """file: where the recording lies; path: what it is known by."""
        origin = Origin(content_id(file), self.options_id)
        if self.writing.skip_done and (there := finished_exports(place, self.writing.endings, origin)):
            self.reporter.skipped(path, there)
            return True
        self.reporter.begin(path)
        self.writing.try_place(place, origin, file)
        try:
            made = transcribe_recording(
                file,
                self.engines,
                self.options,
                _Listener(self.reporter),
                partial(self.reporter.doubted, path),
                together=self.together,
            )
        except TranscriptionInterrupted as interrupted:
            with interruption.waiting():
                self._write(path, finished(interrupted.transcription, self.options), place)
            raise
        with interruption.waiting():
            return self._write(path, finished(made, self.options), place)

    def _write(self, path: Path, transcript: Transcript, place: Destination) -> bool:
        try:
            exported = self.writing.write(str(path.absolute()), transcript, place, self.options, self.options_id)
        except Unwritten as unwritten:
            self.reporter.unwritten(path, unwritten.transcript, unwritten, unwritten.kept)
            return False
        if exported.yielded is not None:
            self.reporter.yielded(path, exported.yielded, exported.paths)
        self.reporter.done(path, transcript, list(exported.paths))
        if names := self.writing.names_left(transcript):
            self.reporter.names_left(path, names)
        return True


def _require_recording(path: Path) -> None:
    if is_project(path):
        hint = "`diarist open` shows its transcript, `diarist export` writes it to files"
        raise AudioError(path, f"it is a project, not a recording: {hint}")


class _Listener:
    """Hands a job's progress on; from the first turn on, there is something to keep when it is interrupted."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter

    def progress(self, stage: Stage, fraction: float) -> None:
        """See JobListener."""
        interruption.check()
        self._reporter.progress(stage, fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """See JobListener."""
        interruption.respond_by(interruption.Response.RAISE)
        self._reporter.turns(turns, speakers)
