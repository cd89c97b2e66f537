"""`diarist recluster`: other speakers for a transcript that is there, from the voices that were kept with it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop_app import interruption
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError, TranscriptFileError
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.registry import format_of, usual_formats
from desktop_app.core.export.write import export_transcript
from desktop_app.core.pipeline.kept_voices import voices_of
from desktop_app.core.pipeline.reassign import recluster_transcript
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.places import is_project
from desktop_app.core.project.regrouping import regroup, regrouped, voices_in
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.statistics import speaker_statistics
from desktop_app.core.transcript.values import Transcript
from desktop_app.printing.all_formats import ALL_FORMATS
from desktop_app.terminal.reporter import other_names
from desktop_app.terminal.transcript_files import NO_TEXT, read_json

_DISORDER = (
    "its speakers cannot be changed, for words lie outside their turns, or turns, words or speech are in no order of "
    "time"
)


def recluster_file(
    path: Path, out: Path | None, formats: Sequence[ExportFormat] | None, options: JobOptions, *, replace_files: bool
) -> bool:
    """Change the speakers of a JSON transcript or a project, print who speaks how long, and write it; True if that
    worked.

    A project takes it as one more edit, unless exports are asked for by `out` or `formats`; then it stays as it is.
    out: a folder or a file, see exports_of. formats: the usual ones if None. Files of others that are there are kept,
    and the exports get another name, which is said, unless replace_files.
    """
    try:
        if is_project(path) and out is None and formats is None:
            _recluster_in_place(path, options)
        else:
            _recluster_into_exports(path, exports_of(path, out, formats or usual_formats()), options, replace_files)
    except VoicesUnavailable as error:
        print(f"diarist: {path}: {error}", file=sys.stderr)
    except (TranscriptFileError, ExportError, ProjectError) as error:
        print(f"diarist: {error}", file=sys.stderr)
    else:
        return True
    return False


def exports_of(
    path: Path, out: Path | None, formats: Sequence[ExportFormat]
) -> tuple[Path, str, Sequence[ExportFormat]]:
    """Folder, stem and formats of what is written: NAME.recluster beside the transcript, unless `out` says otherwise.

    An `out` that ends like an export and is no folder is one file of that format.
    """
    if out is None:
        return path.parent, f"{path.stem}.recluster", formats
    asked = format_of(out, ALL_FORMATS)
    if asked is not None and not out.is_dir():
        return out.parent, out.name[: -len(asked.extension) - 1], (asked,)
    return out, path.stem, formats


def who_speaks(transcript: Transcript) -> list[str]:
    """A line for every speaker: name, time heard, share of all speech, turns with words."""
    figures = speaker_statistics(transcript)
    names = speaker_names(transcript.speakers).values()
    width = max(map(len, names), default=0)
    return [
        f"{name:{width}}  {clock(each.talk_ms):>7}  {each.share:4.0%}  {each.turns:,} turn{'s' * (each.turns != 1)}"
        for name, each in zip(names, figures, strict=True)
    ] or ["no speech found"]


def _recluster_in_place(path: Path, options: JobOptions) -> None:
    with interruption.waiting(), open_project(path) as project, _in_order(path):
        text = regroup(project, options)
    if text is None:
        raise TranscriptFileError(path, NO_TEXT)
    print("\n".join(who_speaks(text.transcript)))
    print(f"Changed in {path}: Undo in the window takes it back", file=sys.stderr)


def _recluster_into_exports(
    path: Path, exports: tuple[Path, str, Sequence[ExportFormat]], options: JobOptions, replace_files: bool
) -> None:
    folder, stem, formats = exports
    changed = _of_project(path, options) if is_project(path) else _of_json(path, options)
    is_kept = is_project(path) or not replace_files
    place = Destination(folder, stem, identities([Path(changed.audio.file), *[path] * is_kept]))
    with interruption.waiting():
        origin = origin_of(changed, regrouped=True)
        written = export_transcript(changed, place, formats, origin, replace=replace_files)
    print("\n".join(who_speaks(changed)))
    if written.yielded is not None:
        print(other_names(written.yielded, written.paths), file=sys.stderr)
    print(f"Written to {folder}: {', '.join(each.name for each in written.paths)}", file=sys.stderr)


def _of_json(path: Path, options: JobOptions) -> Transcript:
    transcript = read_json(path)
    bounds = SpeakerBounds(options.min_speakers or 1, options.max_speakers)
    voices = voices_of(transcript)
    with _in_order(path):
        return recluster_transcript(transcript, voices, bounds, sensitivity=options.sensitivity)


def _of_project(path: Path, options: JobOptions) -> Transcript:
    with open_project(path, read_only=True) as project:
        if project.text is None:
            raise TranscriptFileError(path, NO_TEXT)
        voices = voices_in(project)
        with _in_order(path):
            return regrouped(project.text, voices, options).transcript


@contextmanager
def _in_order(path: Path) -> Iterator[None]:
    try:
        yield
    except ValueError as error:  # nothing that Diarist wrote: the file may be anybody's
        raise TranscriptFileError(path, _DISORDER) from error
