"""`diarist archive`: the page and the index of an archive are written, and its words are found."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from desktop_app.core.archive.archive_index import ArchiveUnavailable, search_archive
from desktop_app.core.archive.figures import Figures, figures_of
from desktop_app.core.archive.index_writing import Indexed, write_index
from desktop_app.core.archive.newest_outcomes import newest_outcomes
from desktop_app.core.archive.page import LinkTo, render
from desktop_app.core.export.errors import cause_in_words
from desktop_app.core.library.errors import LibraryUnavailable
from desktop_app.core.library.found import Found
from desktop_app.core.store.atomic import staged, write_atomically
from desktop_app.core.transcript.clock import clock
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.manifest import read_manifest
from desktop_app.translation import figure

PAGE = "diarist-archive.html"
INDEX_ENDING = ".index"
_TELL_EVERY = 1000


def report_archive(folder: Path, manifest: Path | None, page: Path | None) -> bool:
    """Write the page and the index of a folder of results, and say where they are; True if both are there.

    manifest: the list that was worked on, None where it is not known. page: where the page goes, with the index beside
    it; into the folder if None.
    """
    page = page or folder / PAGE
    try:
        outcomes = newest_outcomes(folder)
        figures = figures_of(outcomes, None if manifest is None else read_manifest(manifest))
        with staged(page.parent, b""):
            pass  # told before all results are read
        index = page.with_suffix(INDEX_ENDING)
        indexed = write_index(folder, outcomes, index, _teller(figures.done.recordings))
        made_at = datetime.now().astimezone()
        name = folder.resolve().name
        html = render(name, made_at, figures, indexed.unread, _links(folder, page))
        write_atomically(page, html.encode())
    except (WorklistError, LibraryUnavailable) as error:
        return _refused(str(error))
    except OSError as error:
        return _refused(f"{page} and its index cannot be written: {cause_in_words(error, page)}; --out says where else")
    print("\n".join(_lines(page, index, figures, indexed)))
    return True


def search_in_archive(folder: Path, words: str) -> bool:
    """Print what the index of a folder of results has of these words; True unless it cannot be asked."""
    index = (folder / PAGE).with_suffix(INDEX_ENDING) if folder.is_dir() else folder
    try:
        found = search_archive(index, words)
    except ArchiveUnavailable as error:
        return _refused(str(error))
    print("\n".join(_found_lines(found)) or "Nothing was found.")
    return True


def _refused(sentence: str) -> bool:
    print(f"diarist: {sentence}", file=sys.stderr)
    return False


def _teller(number: int) -> Callable[[Indexed], None]:
    """Says how far the reading is, now and then."""

    def tell(indexed: Indexed) -> None:
        done = indexed.read + indexed.same + len(indexed.unread)
        if done % _TELL_EVERY == 0 and indexed.read:
            print(f"diarist: {figure(done)} of {figure(number)} results", file=sys.stderr)

    return tell


def _links(folder: Path, page: Path) -> LinkTo:
    """Results as the page names them: relative to it, so that both may be moved together."""
    results, start = folder.resolve(), page.parent.resolve()

    def link_to(result: str) -> str:
        path = results / result
        try:
            return quote(os.fsencode(Path(os.path.relpath(path, start)).as_posix()))
        except ValueError:  # another drive
            return path.as_uri()

    return link_to


def _lines(page: Path, index: Path, figures: Figures, indexed: Indexed) -> Iterator[str]:
    yield f"{page}: {figure(figures.done.recordings)} done, {figure(figures.failed)} failed{_left(figures)}"
    yield f"{index}: {figure(indexed.read)} read, {figure(indexed.same)} as before"
    for name, why in indexed.unread:
        yield f"  {name} is not in it: {why}"


def _left(figures: Figures) -> str:
    return "" if figures.left is None else f", {figure(figures.left)} left"


def _found_lines(found: Found) -> Iterator[str]:
    for name in found.names:
        yield name.recording
    for recording in found.recordings:
        for hit in recording.hits:
            yield f"{hit.recording} {clock(hit.start_ms)} {hit.speaker}: {hit.snippet.text}"
        if recording.more:
            yield f"{recording.recording} and {figure(recording.more)} more"
    if found.has_more:
        yield "and more in other recordings"
