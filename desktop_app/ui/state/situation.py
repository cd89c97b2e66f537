"""What there is to say about a recording that is not, or not only, a text to read."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop_app.core.pipeline.given import Missing
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.recording_troubles import project_troubles
from desktop_app.ui.words.wording import DOT, progress_line, share_and_time, stage_name

_NO_SPEECH = tr("Nobody seems to speak in this recording. Listen to it: it may be silent, or too faint.")
_WORDS_IN_SOUND = tr("The file says who speaks when. What they say can be written down from the sound.")
_WORDS_WITHOUT_SOUND = tr(
    "The file says who speaks when. What they say can be written down from the sound, which was not found: you are "
    "asked for it."
)
_WAITING = tr("It starts when the engines are ready and the recordings before it are done.")
_AFTER_STOP = tr("It starts when you stop recording.")


class Action(Enum):
    """What can be done about it."""

    CANCEL = auto()
    RETRY = auto()
    WRITE = auto()
    OPEN = auto()
    TRANSCRIBE = auto()
    FOLDER = auto()
    REMOVE = auto()

    @property
    def label(self) -> str:
        """The button's text."""
        return _LABELS[self]


_LABELS = {
    Action.CANCEL: tr("Cancel"),
    Action.RETRY: tr("Try again"),
    Action.OPEN: tr("Open another…"),
    Action.TRANSCRIBE: tr("Transcribe at full quality"),
    Action.WRITE: tr("Write the words"),
    Action.FOLDER: tr("Show in folder"),
    Action.REMOVE: tr("Remove…"),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """A title and a sentence for an empty page, one line for the strip below a text, and what can be done.

    share: of the work that is done, 0 to 1; None where nothing runs.
    """

    title: str
    text: str
    line: str
    actions: tuple[Action, ...] = ()
    share: float | None = None


def situation(recording: Recording) -> Situation | None:
    """The recording's situation; None where it is finished and has words."""
    match recording.state:
        case State.STORED:
            why = " ".join(project_troubles(recording))
            return Situation(tr("Another window works on it"), why, tr("Another window works on it."))
        case State.LIVE:
            return _live(recording.failure)
        case State.SETTLING:
            line = " ".join((recording.ending, tr("Finishing the captions…"))).strip()
            return Situation(tr("Finishing the captions"), recording.ending, line)
        case State.OPENING:
            return Situation(tr("Opening"), "", tr("Opening"))
        case State.WAITING:
            text = _AFTER_STOP if recording.held else _WAITING
            return Situation(tr("Waiting"), text, tr("Waiting"), (Action.CANCEL,))
        case State.WORKING:
            return _working(recording)
        case State.CANCELLED:
            text = tr("Nothing had been written down yet.")
            return Situation(tr("Cancelled"), text, tr("Cancelled. This is what was ready."), (Action.RETRY,))
        case State.FAILED:
            failed = _failed(recording.failure or Failed(tr("The transcription failed.")))
            return failed if recording.retriable else replace(failed, actions=())
        case State.DONE:
            return _done(recording)


def _done(recording: Recording) -> Situation | None:
    if recording.document.is_draft:
        return _draft(recording)
    if recording.document.has_words():
        return None
    if recording.missing is Missing.WORDS:
        text = _WORDS_IN_SOUND if recording.has_sound else _WORDS_WITHOUT_SOUND
        return Situation(tr("Speakers without words"), text, "", (Action.WRITE, Action.OPEN, Action.REMOVE))
    return Situation(tr("No speech found"), _NO_SPEECH, "", (Action.FOLDER, Action.OPEN, Action.REMOVE))


def _live(no_captions: Failed | None) -> Situation:
    if no_captions is None:
        return Situation(tr("Recording", "is being made"), tr("The words appear here as soon as somebody speaks."), "")
    return Situation(tr("Recording. The words come after Stop."), no_captions.reason, "")


def _working(recording: Recording) -> Situation:
    progress = recording.progress
    share = progress.overall if progress else 0.0
    line = progress_line(progress)
    if recording.document.is_draft:
        line = DOT.join((tr("Transcribing at full quality"), line))
    return Situation(stage_name(progress), share_and_time(progress), line, (Action.CANCEL,), share)


def _draft(recording: Recording) -> Situation:
    why = recording.failure.reason if recording.failure else ""
    line = " ".join((why, tr("The captions are kept."))) if why else tr("This is what the live captions wrote.")
    text = why or tr("There are no captions of it.")
    return Situation(tr("Recorded"), text, line, (Action.TRANSCRIBE,))


def _failed(failed: Failed) -> Situation:
    line = f"{failed.reason} {failed.hint}".strip()
    return Situation(failed.reason, failed.hint, line, (Action.RETRY, Action.OPEN, Action.REMOVE))
