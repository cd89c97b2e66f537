"""What is said of the queue and of its rows."""

from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.translation import plural, tr
from desktop_app.ui.state.job_ending import Ending
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.work_queue import Outcome, WorkQueue
from desktop_app.ui.words.wording import DOT, percent, stage_name

_ENDINGS = {
    Ending.DONE: tr("Done", "a recording of the queue"),
    Ending.FAILED: tr("Failed"),
    Ending.CANCELLED: tr("Cancelled"),
}


def state_of(recording: Recording, queue: WorkQueue) -> str:
    """'Waiting', 'Finding speech', 'Done · talk.docx is written', 'Failed: It holds no sound.'."""
    ended = queue.ending(recording)
    if ended is None:
        if recording.state is State.WORKING:
            return stage_name(recording.progress)
        return tr("Starts after Stop") if recording.held else tr("Waiting")
    said = _ENDINGS[ended.ending]
    if ended.reason:
        return tr("{state}: {reason}", state=said, reason=ended.reason)
    return DOT.join(part for part in (said, queue.note(recording)) if part)


def share_of(recording: Recording, queue: WorkQueue) -> str:
    """'62 %' of one that runs, '100 %' of one that is done."""
    ended = queue.ending(recording)
    if ended is not None:
        return percent(1.0) if ended.ending is Ending.DONE else ""
    return percent(recording.progress.overall) if recording.progress else ""


def time_left_of(recording: Recording, queue: WorkQueue) -> str:
    """'5 min' until it is done; '' where nobody knows, or it is over."""
    seconds = queue.seconds_left(recording)
    return "" if seconds is None else duration_in_words(seconds)


def queue_line(queue: WorkQueue) -> str:
    """'3 of 12 over · 1 failed · 25 min left', 'Nothing waits', or what has become of a queue that is over."""
    outcome = queue.outcome()
    if not queue.is_busy:
        return outcome_in_words(outcome) if outcome.all else tr("Nothing waits, and nothing is transcribed.")
    seconds = queue.seconds_left_of_all()
    parts = (
        tr("{done} of {all} finished", done=outcome.all, all=len(queue.rows)),
        _failed(outcome),
        "" if seconds is None else tr("{time} left", time=duration_in_words(seconds)),
    )
    return DOT.join(part for part in parts if part)


def outcome_in_words(outcome: Outcome) -> str:
    """'12 done, 1 failed in 43 min', and what else there is to say."""
    parts = (
        plural("{n} done", "{n} done", outcome.done) if outcome.done else "",
        _failed(outcome),
        plural("{n} cancelled", "{n} cancelled", outcome.cancelled) if outcome.cancelled else "",
        plural("{n} not exported", "{n} not exported", outcome.unwritten) if outcome.unwritten else "",
    )
    said = ", ".join(part for part in parts if part)
    return tr("{outcome} in {time}", outcome=said, time=duration_in_words(outcome.seconds))


def _failed(outcome: Outcome) -> str:
    return plural("{n} failed", "{n} failed", outcome.failed) if outcome.failed else ""
