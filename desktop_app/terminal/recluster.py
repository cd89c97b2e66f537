"""`diarist recluster`: other speakers for a transcript that is there, from the voices that were kept with it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app import interruption
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.export import json_format
from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError, TranscriptFileError
from desktop_app.core.export.formats import FORMATS, ExportFormat, format_for
from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.write import export_transcript
from desktop_app.core.pipeline.kept_voices import voices_of
from desktop_app.core.pipeline.reassign import recluster_transcript
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.statistics import speaker_statistics
from desktop_app.core.transcript.values import Transcript
from desktop_app.terminal.reporter import other_names


def recluster_file(
    path: Path, out: Path | None, formats: Sequence[ExportFormat], options: JobOptions, *, replace_files: bool
) -> bool:
    """Change the speakers of a JSON transcript, print who speaks how long, write the exports; True if that worked.

    out: a folder or a file, see exports_of. Files of others that are there are kept, and the exports get another
    name, which is said, unless replace_files.
    """
    folder, stem, chosen = exports_of(path, out, formats)
    try:
        transcript = _read(path)
        never_replaced = [Path(transcript.audio.file), *([] if replace_files else [path])]
        place = Destination(folder, stem, identities(never_replaced))
        bounds = SpeakerBounds(options.min_speakers or 1, options.max_speakers)
        changed = _reclustered(path, transcript, voices_of(transcript), bounds, options.sensitivity)
        with interruption.waiting():
            origin = origin_of(changed, regrouped=True)
            written = export_transcript(changed, place, chosen, origin, replace=replace_files)
    except VoicesUnavailable as error:
        print(f"diarist: {path}: {error}", file=sys.stderr)
    except (TranscriptFileError, ExportError) as error:
        print(f"diarist: {error}", file=sys.stderr)
    else:
        print("\n".join(who_speaks(changed)))
        if written.yielded is not None:
            print(other_names(written.yielded, written.paths), file=sys.stderr)
        print(f"Written to {folder}: {', '.join(each.name for each in written.paths)}", file=sys.stderr)
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
    if out.suffix.lower() in {f".{each.extension}" for each in FORMATS} and not out.is_dir():
        return out.parent, out.stem, (format_for(out.suffix),)
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


def _reclustered(
    path: Path, transcript: Transcript, voices: Voices, bounds: SpeakerBounds, sensitivity: float
) -> Transcript:
    try:
        return recluster_transcript(transcript, voices, bounds, sensitivity=sensitivity)
    except ValueError as error:  # nothing that Diarist wrote: the file may be anybody's
        disorder = "words lie outside their turns, or turns, words or speech are in no order of time"
        raise TranscriptFileError(path, f"its speakers cannot be changed, for {disorder}") from error


def _read(path: Path) -> Transcript:
    try:
        return json_format.parse(path.read_bytes(), path)
    except OSError as error:
        raise TranscriptFileError(path, error.strerror or str(error)) from error
