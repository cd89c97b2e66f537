"""What the index of an archive takes from a result of a recording."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.archive.names import shown_name
from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.importing.reading import as_transcript, read_contents
from desktop_app.core.importing.registry import FORMATS
from desktop_app.core.library.errors import UnreadableProject
from desktop_app.core.library.project_reading import read_library_project
from desktop_app.core.library.spoken_text import spoken_turns
from desktop_app.core.library.values import LibraryProject, Summary
from desktop_app.core.project.places import ENDING, is_project
from desktop_app.core.project.values import WorkState
from desktop_app.core.transcript.values import Transcript
from desktop_app.core.worklist.done_record import Outcome

_BEST_FIRST = (ENDING.removeprefix("."), "json", *(ending for each in FORMATS for ending in each.endings))


def readable_results(outcome: Outcome) -> Sequence[str]:
    """The results from which the words can be had, as the record names them, the one that says most first."""
    known = [each for each in outcome.results if _ending(each) in _BEST_FIRST]
    return sorted(known, key=lambda each: _BEST_FIRST.index(_ending(each)))


def read_result(path: Path, outcome: Outcome) -> LibraryProject:
    """What a recording's result says, under the recording's name. UnreadableProject where that is nothing."""
    if is_project(path):
        project = read_library_project(path)
        if project.turns is None:
            raise UnreadableProject(project.problem or "")
        return replace(project, summary=replace(project.summary, name=shown_name(outcome)))
    try:
        transcript = as_transcript(read_contents(path), file=outcome.name)
    except TranscriptFileError as error:
        raise UnreadableProject(error.cause) from error
    return LibraryProject(_summary(outcome, transcript), spoken_turns(transcript))


def _ending(result: str) -> str:
    return result.rpartition(".")[2].lower()


def _summary(outcome: Outcome, transcript: Transcript) -> Summary:
    made_at = _time(outcome.at)
    return Summary(
        id=outcome.sha256 or outcome.name,
        name=shown_name(outcome),
        made_at=made_at,
        changed_at=made_at,
        duration_ms=transcript.audio.duration_ms or round(outcome.sound_s * 1000),
        speakers=tuple(speaker.name for speaker in transcript.speakers),
        state=WorkState.TRANSCRIBED,
        sha256=outcome.sha256,
    )


def _time(text: str) -> datetime:
    try:
        made_at = datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return made_at if made_at.tzinfo else made_at.replace(tzinfo=UTC)
