"""The end of a recording: one file, and a sidecar that says so."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.joining import join_segments, joined_file
from desktop_app.core.capture.lock import locked
from desktop_app.core.capture.recordings_folder import first_draft
from desktop_app.core.capture.segments import segments_in
from desktop_app.core.capture.sidecar import RecordingState, Sidecar, drop_sidecar, write_sidecar
from desktop_app.core.capture.values import NOTHING_RECORDED, EndReason, Recorded
from desktop_app.core.capture.wav_file import wav_samples
from desktop_app.translation import tr

_APART = tr("There is no room to join its parts: that is done when Diarist starts again and finds room.")


def finish_recording(folder: Path, sidecar: Sidecar, *, reason: EndReason, text: str) -> Recorded:
    """Join the segments of a recording, which nobody writes any more, and mark it as finished.

    Where the disk has no room to join them, they stay as they are, unfinished: `sound` is then the first. What was left
    alone is to be offered. text: one sentence on how it ended, '' where it was ended by the person who records.
    OSError where there is no sound, or it cannot be read.
    """
    try:
        sound = join_segments(folder, sidecar.rate_hz)
    except OSError:
        return _apart(folder, sidecar, reason=reason, text=text)
    finished = replace(
        sidecar,
        state=RecordingState.FINISHED,
        sound=sound.name,
        ended=text or reason.value,
        to_offer=sidecar.to_offer or reason is EndReason.LEFT_ALONE,
    )
    with suppress(OSError):  # no room even for that: it is found as unfinished, and marked then
        write_sidecar(folder, finished)
    return Recorded(folder, sound, _ms(wav_samples(sound), sidecar), sidecar.lost_samples, reason, text)


def _apart(folder: Path, sidecar: Sidecar, *, reason: EndReason, text: str) -> Recorded:
    segments = segments_in(folder)
    if not segments:
        raise FileNotFoundError(f"{folder}: no sound")
    reason = EndReason.FAILED if reason is EndReason.STOPPED else reason
    duration_ms = _ms(segments[-1].end, sidecar)
    return Recorded(folder, segments[0].path, duration_ms, sidecar.lost_samples, reason, f"{text} {_APART}".strip())


def without_nothing(recorded: Recorded) -> Recorded:
    """The same, but where it was stopped before there was any sound, nothing of it is left behind, and `text` says so.

    Files of others stay, and the folder with them.
    """
    if recorded.reason is not EndReason.STOPPED or recorded.duration_ms or not _is_empty(recorded.sound):
        return recorded
    clear_away(recorded)
    return replace(recorded, text=NOTHING_RECORDED)


def clear_away(recorded: Recorded) -> None:
    """Delete what a recording has in its folder, as there was none, or it lies elsewhere too, and the folder if nothing
    else is in it."""
    with suppress(OSError, CaptureError):
        with locked(recorded.folder):  # a recorder that was killed has left its lock, which goes too
            for ours in (recorded.sound, first_draft(recorded.folder)):
                ours.unlink(missing_ok=True)
            drop_sidecar(recorded.folder)
        recorded.folder.rmdir()


def _is_empty(sound: Path) -> bool:
    try:
        return wav_samples(sound) == 0
    except OSError:
        return False


def recorded_samples(folder: Path) -> int:
    """How much sound a recording has, joined or not. OSError if it cannot be read."""
    joined = joined_file(folder)
    ends = [segment.end for segment in segments_in(folder)]
    return max([0 if joined is None else wav_samples(joined), *ends])


def _ms(samples: int, sidecar: Sidecar) -> int:
    return round(1000 * samples / sidecar.rate_hz)
