"""What is said of a recording in one line: in the list, and above its text."""

from datetime import datetime

from desktop_app.core.project.values import WorkState
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.ui.state.recording import Recording, State
from desktop_app.ui.words.wording import DOT, counted, progress_line

_STATES = {
    WorkState.WAITING: "waiting",
    WorkState.DRAFT: "draft",
    WorkState.CORRECTING: "being corrected",
    WorkState.DONE: "done",
    WorkState.FAILED: "failed",
    WorkState.CANCELLED: "cancelled",
}


def row_line(recording: Recording) -> str:
    """What stands below a recording's name in the list."""
    match recording.state:
        case State.STORED:
            return _stored_line(recording)
        case State.LIVE:
            return "Recording"
        case State.SETTLING:
            return "Finishing the captions"
        case State.OPENING:
            return "Opening"
        case State.WAITING:
            return "Starts after Stop" if recording.held else "Waiting"
        case State.WORKING:
            return progress_line(recording.progress)
        case State.CANCELLED:
            return "Cancelled"
        case State.FAILED:
            return recording.failure.reason if recording.failure else "Failed"
        case State.DONE:
            duration_ms = recording.document.transcript.audio.duration_ms
            parts = clock(duration_ms), _how_far(recording), _speakers(recording)
            return DOT.join(part for part in parts if part)


def header_line(recording: Recording) -> str:
    """'42:10 · 22 November 2026 · Moonshine tiny (English) · 3 speakers': what is known about a transcript."""
    if recording.state is State.LIVE:
        speaking = recording.document.speaking()
        return DOT.join(("Recording", counted(speaking, "speaker"))) if speaking else "Recording"
    transcript = recording.document.transcript
    engine = next((engine.name for engine in transcript.engines if engine.role == "asr"), "")
    parts = (
        "Live captions" if recording.document.is_draft else "",
        clock(transcript.audio.duration_ms) if transcript.audio.duration_ms else "",
        heard_in_words(transcript.audio) or "",
        _date(recording),
        engine,
        _speakers(recording),
    )
    return DOT.join(part for part in parts if part)


def _speakers(recording: Recording) -> str:
    speaking = recording.document.speaking()
    return counted(speaking, "speaker") if speaking else "no speech found"


def _date(recording: Recording) -> str:
    """The day the file was last written, which for a recording is the day it was made."""
    try:
        written = datetime.fromtimestamp(recording.path.stat().st_mtime).astimezone()
    except OSError:
        written = recording.made_at
    return f"{written.day} {written:%B %Y}"


def _stored_line(recording: Recording) -> str:
    length = clock(recording.duration_ms) if recording.duration_ms else ""
    speaking = len(recording.speaker_names)
    speakers = counted(speaking, "speaker") if speaking else ""
    return DOT.join(part for part in (length, _how_far(recording), speakers) if part)


def _how_far(recording: Recording) -> str:
    """'draft', 'being corrected', 'done'; '' for a transcript that nobody has touched."""
    return _STATES.get(recording.work_state, "")
