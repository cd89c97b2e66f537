"""Transcripts written to the user's folders."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.destination import Choice, Destination, choose
from desktop_app.core.export.errors import ExportError, cause_in_words
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.store.atomic import put_in_place, put_under_new_name, staged
from desktop_app.core.store.export_record import Origin, note_written
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

_TRIES = 100


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, in the order of the formats. yielded: see Choice."""

    paths: tuple[Path, ...]
    yielded: Path | None


def export_transcript(
    transcript: Transcript,
    destination: Destination,
    formats: Iterable[ExportFormat],
    origin: Origin,
    *,
    replace: bool = False,
    adaptation: Adaptation | None = None,
) -> Exported:
    """Write a file for each format under the names that `choose` gives.

    origin: of the transcript; see origin_of. adaptation: see ExportFormat.contents, whose SettingsError it raises. The
    folder is made if it is missing. Raises ExportError if one of the files cannot be written: there is no file more
    than before then, and none in part.
    """
    contents = {each.extension: each.contents(transcript, adaptation) for each in formats}
    make_folder(destination.folder)
    with ExitStack() as stack:
        new = [stack.enter_context(_staged(destination, ending, data)) for ending, data in contents.items()]
        for _ in range(_TRIES):
            choice = choose(destination, tuple(contents), origin, replace=replace)
            note_written(contents.values(), origin)
            try:
                _publish(new, choice)
            except FileExistsError:  # another program was faster
                continue
            return Exported(choice.paths, choice.yielded)
    raise ExportError(destination.folder / destination.stem, tr("its name is taken again and again"))


def make_folder(folder: Path) -> None:
    """Make the folder for exports if it is missing; ExportError if that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(folder, cause_in_words(error)) from error


@contextmanager
def _staged(destination: Destination, ending: str, data: bytes) -> Iterator[Path]:
    path = destination.folder / f"{destination.stem}.{ending}"
    with ExitStack() as stack:
        try:
            new = stack.enter_context(staged(destination.folder, data))
        except OSError as error:
            raise ExportError(path, cause_in_words(error, path)) from error
        yield new


def _publish(new: Sequence[Path], choice: Choice) -> None:
    """Put the staged files under their names. FileExistsError if another program has taken one of them since, and
    nothing is changed then."""
    staged_for = dict(zip(choice.paths, new, strict=True))
    made: list[Path] = []
    try:
        # In order, so that of two programs that want some of the same names one gets the first.
        for path in sorted(staged_for.keys() - choice.there):
            put_under_new_name(staged_for[path], path)
            made.append(path)
        for path in choice.there:
            put_in_place(staged_for[path], path)
    except OSError as error:
        for each in made:
            _take_back(each, staged_for[each])
        if isinstance(error, FileExistsError):
            raise
        raise ExportError(path, cause_in_words(error, path)) from error


def _take_back(path: Path, new: Path) -> None:
    if new.exists():  # the same file under two names
        path.unlink()
    else:
        path.replace(new)
