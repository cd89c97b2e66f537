"""What is said of a recording in one line: in the list, and above its text."""

from datetime import datetime

from desktop_app.core.pipeline.given import Missing
from desktop_app.core.project.values import WorkState
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.translation import plural, tr
from desktop_app.ui.state.library_order import date_in_words
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.words.wording import DOT, progress_line

_STATES = {
    WorkState.WAITING: tr("waiting"),
    WorkState.DRAFT: tr("draft"),
    WorkState.CORRECTING: tr("being corrected"),
    WorkState.DONE: tr("done"),
    WorkState.FAILED: tr("failed"),
    WorkState.CANCELLED: tr("cancelled"),
}


def row_line(recording: Recording) -> str:
    """What stands below a recording's name in the list."""
    match recording.state:
        case State.STORED:
            return _stored_line(recording)
        case State.LIVE:
            return tr("Recording", "is being made")
        case State.SETTLING:
            return tr("Finishing the captions")
        case State.OPENING:
            return tr("Opening")
        case State.WAITING:
            return tr("Starts after Stop") if recording.held else tr("Waiting")
        case State.WORKING:
            return progress_line(recording.progress)
        case State.CANCELLED:
            return tr("Cancelled")
        case State.FAILED:
            return recording.failure.reason if recording.failure else tr("Failed")
        case State.DONE:
            duration_ms = recording.document.transcript.audio.duration_ms
            parts = clock(duration_ms), _how_far(recording), _speakers(recording)
            return DOT.join(part for part in parts if part)


def header_line(recording: Recording) -> str:
    """'42:10 · 22 November 2026 · Moonshine tiny (English) · 3 speakers': what is known about a transcript."""
    if recording.state is State.LIVE:
        speaking = recording.document.speaking()
        made = tr("Recording", "is being made")
        return DOT.join((made, _counted(speaking))) if speaking else made
    transcript = recording.document.transcript
    engine = next((engine.name for engine in transcript.engines if engine.role == "asr"), "")
    parts = (
        tr("Live captions") if recording.document.is_draft else "",
        clock(transcript.audio.duration_ms) if transcript.audio.duration_ms else "",
        heard_in_words(transcript.audio) or "",
        _date(recording),
        engine,
        _speakers(recording),
    )
    return DOT.join(part for part in parts if part)


def _speakers(recording: Recording) -> str:
    if speaking := recording.document.speaking():
        return _counted(speaking)
    return tr("no words yet") if recording.missing is Missing.WORDS else tr("no speech found")


def _counted(speakers: int) -> str:
    return plural("{n} speakers", "{n} speaker", speakers)


def _date(recording: Recording) -> str:
    """The day the file was last written, which for a recording is the day it was made."""
    try:
        written = datetime.fromtimestamp(recording.path.stat().st_mtime).astimezone()
    except OSError:
        written = recording.made_at
    return date_in_words(written)


def _stored_line(recording: Recording) -> str:
    length = clock(recording.duration_ms) if recording.duration_ms else ""
    speaking = len(recording.speaker_names)
    speakers = _counted(speaking) if speaking else ""
    return DOT.join(part for part in (length, _how_far(recording), speakers) if part)


def _how_far(recording: Recording) -> str:
    """'draft', 'being corrected', 'done'; '' for a transcript that nobody has touched."""
    return _STATES.get(recording.work_state, "")
