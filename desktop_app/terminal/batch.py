"""A batch of files through one warm set of engines."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.formats import FORMATS, ExportFormat
from desktop_app.core.export.write import export_transcript, make_folder
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.kept_voices import finished
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.store.settings import Settings
from desktop_app.terminal.reporter import Reporter


def transcribe_batch(
    files: Sequence[Path],
    out: Path | None,
    formats: Sequence[ExportFormat],
    options: JobOptions,
    reporter: Reporter,
    *,
    settings: Settings | None = None,
) -> bool:
    """Transcribe and export every file; a file that fails is reported and the others go on. True if none failed.

    out: the folder for the exports; beside each recording if None. settings: of the engines, the usual if None.
    """
    if out is not None:
        try:
            make_folder(out)  # found out now, not after an hour's work
        except ExportError as error:
            reporter.failed(out, error)
            return False
    engines = Engines(settings)
    failures = 0
    for path, target in zip(files, export_targets(files, out), strict=True):
        reporter.begin(path)
        try:
            transcription = transcribe_recording(path, engines, options, reporter)
            transcript = finished(transcription, options)
            reporter.done(path, transcript, export_transcript(transcript, target.parent, target.name, formats))
        except (AudioError, ExportError, ModelUnavailable) as error:
            failures += 1
            reporter.failed(path, error)
    return failures == 0


def export_targets(files: Sequence[Path], out: Path | None) -> list[Path]:
    """Folder and stem of every file's exports: files that would share one keep their ending, or get a number.

    A recording that is named like an export keeps its ending too, lest its export replace it.
    """
    like_exports = {f".{each.extension}" for each in FORMATS}
    stems = Counter((out or path.parent) / path.stem for path in files)
    targets: list[Path] = []
    for path in files:
        plain = (out or path.parent) / path.stem
        is_free = stems[plain] == 1 and path.suffix.lower() not in like_exports
        target = plain if is_free else plain.with_name(path.name)
        number = 1
        while target in targets:
            number += 1
            target = plain.with_name(f"{path.name} ({number})")
        targets.append(target)
    return targets
