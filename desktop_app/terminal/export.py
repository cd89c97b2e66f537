"""`diarist export`: projects, and transcripts exported as JSON, in other formats."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app import interruption
from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import names_left_in_words
from desktop_app.core.export.clips_by import ClipsBy
from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError, TranscriptFileError
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.sound_clips import write_clips
from desktop_app.core.export.write import Exported, export_transcript
from desktop_app.core.project.export_format import of_job
from desktop_app.core.store.errors import SettingsError
from desktop_app.terminal.export_targets import destinations
from desktop_app.terminal.reporter import other_names
from desktop_app.terminal.transcript_files import FiledTranscript, read_transcript_file


def export_files(
    files: Sequence[Path],
    out: Path | None,
    formats: Sequence[ExportFormat],
    *,
    replace_files: bool,
    adaptation: Adaptation | None = None,
    clips: ClipsBy | None = None,
) -> bool:
    """Write every file's transcript in these formats, but for its own; True if none failed, which is said.

    out: the folder for the exports; beside each file if None. adaptation: what of each transcript goes out; all of it
    if None. Files of others that are there are kept, and the exports get another name, which is said, unless
    replace_files.
    """
    places = destinations(files, out, kept_endings=())
    done = [_export(*each, formats, replace_files, adaptation) for each in zip(files, places, strict=True)]
    if clips is not None:
        done += [_export_clips(*each, adaptation, clips) for each in zip(files, places, strict=True)]
    return all(done)


def _export_clips(path: Path, place: Destination, adaptation: Adaptation | None, clips: ClipsBy) -> bool:
    try:
        transcript = read_transcript_file(path).transcript
        written = write_clips(transcript, place.folder / f"{place.stem} clips", clips, adaptation)
    except (TranscriptFileError, ExportError, SettingsError) as error:
        print(f"diarist: {error}", file=sys.stderr)
        return False
    if written:
        print(f"Written to {written[0].parent}: {len(written)} clips", file=sys.stderr)
    return True


def _export(
    path: Path,
    place: Destination,
    formats: Sequence[ExportFormat],
    replace_files: bool,
    adaptation: Adaptation | None,
) -> bool:
    try:
        others = [each for each in formats if f".{each.extension}" != path.suffix.lower()]
        if not others:
            raise TranscriptFileError(path, "it is in that format already: --format names another")
        filed = read_transcript_file(path)
        with interruption.waiting():
            written = _written(filed, place, others, replace_files, adaptation)
    except (TranscriptFileError, ExportError, SettingsError) as error:
        print(f"diarist: {error}", file=sys.stderr)
        return False
    if adaptation is not None and (names := names_left_in_words(filed.transcript, adaptation)):
        print(f"diarist: {path}: {names}", file=sys.stderr)
    if written.yielded is not None:
        print(other_names(written.yielded, written.paths), file=sys.stderr)
    print(f"Written to {place.folder}: {', '.join(each.name for each in written.paths)}", file=sys.stderr)
    return True


def _written(
    filed: FiledTranscript,
    place: Destination,
    formats: Sequence[ExportFormat],
    replace_files: bool,
    adaptation: Adaptation | None,
) -> Exported:
    recording = identities([Path(filed.transcript.audio.file)])
    place = replace(place, inputs=place.inputs | recording)
    told = of_job(formats, filed.options, place.folder)
    return export_transcript(filed.transcript, place, told, filed.origin, replace=replace_files, adaptation=adaptation)
