"""`diarist import`: transcripts of other programs into projects."""

import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_app import interruption
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError, TranscriptFileError
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.write import export_transcript
from desktop_app.core.importing.import_file import has_sound, import_file
from desktop_app.core.importing.import_format import ImportFormat
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.find_missing import find_missing
from desktop_app.core.pipeline.given import Given, Missing
from desktop_app.core.pipeline.kept_voices import finished
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.export_format import PROJECT_FORMAT, of_job
from desktop_app.core.store.settings import Settings
from desktop_app.core.transcript.values import Transcript
from desktop_app.terminal.reporter import TextReporter, other_names


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be imported. sound: its recording, found by itself if None. chosen: its format, told by the file if
    None. out: the project; beside the file, under its name, if None. replace: a file that has the project's
    name. missing: what is to be found out in the recording, nothing if None."""

    path: Path
    sound: Path | None = None
    chosen: ImportFormat | None = None
    out: Path | None = None
    replace: bool = False
    missing: Missing | None = None


def import_into_project(
    request: ImportRequest, options: JobOptions | None = None, settings: Settings | None = None
) -> bool:
    """Make a project of a transcript; True if that worked. What a reader must know of it is said on standard error.

    options, settings: of what is found out, the usual if None.
    """
    options = options or JobOptions()
    reporter = TextReporter(sys.stdout, sys.stderr)
    reporter.begin(request.path)
    try:
        transcript = import_file(request.path, sound=request.sound, chosen=request.chosen)
        if request.missing is not None:
            given = Given(transcript, request.missing)
            transcript = _heard(request.path, given, options, Engines(settings), reporter)
        _write(request, transcript, options)
    except (TranscriptFileError, AudioError, ExportError, ModelUnavailable) as error:
        reporter.failed(request.path, error)
        return False
    return True


def _heard(path: Path, given: Given, options: JobOptions, engines: Engines, reporter: TextReporter) -> Transcript:
    audio = given.transcript.audio
    if not has_sound(audio):
        raise TranscriptFileError(path, "no recording was found in which to hear that: --sound names it")
    return finished(find_missing(Path(audio.file), given, engines, options, reporter), options)


def _write(request: ImportRequest, transcript: Transcript, options: JobOptions) -> None:
    """Write the project, and say what there is to know."""
    out = request.out or request.path.with_suffix(f".{PROJECT_FORMAT.extension}")
    place = Destination(out.parent, out.stem, identities([request.path, Path(transcript.audio.file)]))
    formats = of_job([PROJECT_FORMAT], options, out.parent)
    with interruption.waiting():
        written = export_transcript(transcript, place, formats, origin_of(transcript), replace=request.replace)
    for told in transcript.warnings:
        print(f"{request.path}: {told}", file=sys.stderr)
    if not has_sound(transcript.audio):
        print(f"{request.path}: no recording was found: --sound names it", file=sys.stderr)
    if written.yielded is not None:
        print(other_names(written.yielded, written.paths), file=sys.stderr)
    turns, speakers = len(transcript.turns), len(transcript.speakers)
    print(f"{turns:,} turn{'s' * (turns != 1)} of {speakers:,} speaker{'s' * (speakers != 1)}")
    print(f"Written to {out.parent}: {', '.join(each.name for each in written.paths)}", file=sys.stderr)
