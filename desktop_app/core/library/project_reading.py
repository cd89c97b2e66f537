"""What the library takes from a project's file."""

from pathlib import Path

from desktop_app.core.library.errors import UnreadableProject
from desktop_app.core.library.spoken_text import spoken_turns
from desktop_app.core.library.values import LibraryProject, Summary
from desktop_app.core.project.errors import ProjectError, ProjectInUse
from desktop_app.core.project.summary import ProjectSummary, read_summary, read_transcript
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


def read_library_project(path: Path) -> LibraryProject:
    """Read a project, whoever has it open; of a damaged one what there is. UnreadableProject where that is nothing."""
    try:
        found = read_summary(path)
    except ProjectError as error:
        raise UnreadableProject(_sentence(error), is_passing=isinstance(error, ProjectInUse)) from error
    try:
        transcript = read_transcript(path)
    except ProjectInUse as error:
        raise UnreadableProject(_sentence(error), is_passing=True) from error
    except ProjectError as error:
        return LibraryProject(_summary(found, None), None, _sentence(error))
    return LibraryProject(_summary(found, transcript), () if transcript is None else spoken_turns(transcript))


def _summary(found: ProjectSummary, transcript: Transcript | None) -> Summary:
    return Summary(
        id=found.id,
        name=found.name,
        made_at=found.made_at,
        changed_at=found.changed_at,
        duration_ms=found.duration_ms,
        speakers=found.speakers,
        state=found.state,
        note=found.note,
        tags=found.tags,
        sound=found.sound,
        sha256=None if transcript is None else transcript.audio.sha256,
        recorded_here=found.recorded_here,
    )


def _sentence(error: ProjectError) -> str:
    """Without the path, which stands beside it."""
    return tr("It {cause}. {hint}.", cause=error.cause, hint=error.hint)
