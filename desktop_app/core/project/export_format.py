"""Projects among the formats of exports."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop_app.core.export.errors import ExportError, cause_in_words
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.database import journal_of
from desktop_app.core.project.image import ProjectImage
from desktop_app.core.project.lock import is_open
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.making import contents_of
from desktop_app.core.project.places import ENDING, is_project
from desktop_app.core.project.sound import located
from desktop_app.core.project.values import Facts, Recording, Sound, Work, WorkState
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.store.voices_cache import kept_voices
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.translation import tr


def render(transcript: Transcript, *, options: JobOptions | None = None, folder: Path | None = None) -> bytes:
    """What is in a new project of a job's transcript, with its voices where they are kept.

    options: what the job was asked for, the usual if None. folder: where the project is to lie, for the sound's path as
    seen from there; None where that is not known.
    """
    options = options or JobOptions()
    image = ProjectImage.new(_facts(transcript, options, folder))
    image.record_transcript(MachineTranscript(transcript, options))
    image.set_voices(_voices(transcript))
    return contents_of(image)


PROJECT_FORMAT = ExportFormat(ENDING.removeprefix("."), tr("Diarist project"), render, keeps_all=True)


def of_job(formats: Iterable[ExportFormat], options: JobOptions | None, folder: Path) -> tuple[ExportFormat, ...]:
    """The formats; projects among them also hold what a transcript does not say, see `render`."""
    told = replace(PROJECT_FORMAT, render=partial(render, options=options, folder=folder))
    return tuple(told if each is PROJECT_FORMAT else each for each in formats)


def in_hand(path: Path) -> bool:
    """Whether a path is a project's that somebody has open, or that SQLite would take for one which was left in the
    middle of a change: no file may be put there. ExportError where the name is too long for what lies beside it then.
    """
    if not is_project(path):
        return False
    try:
        return _is_there(journal_of(path)) or is_open(path)
    except OSError as error:
        raise ExportError(path, cause_in_words(error)) from error


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _facts(transcript: Transcript, options: JobOptions, folder: Path | None) -> Facts:
    file = Path(transcript.audio.file)
    sound = _sound(transcript.audio)
    state = WorkState.TRANSCRIBED if transcript.incomplete_from_ms is None else WorkState.CANCELLED
    return Facts(
        recording=Recording(file.stem, _written_at(file)),
        sound=sound if folder is None else located(sound, folder / f"{file.stem}{ENDING}"),
        work=Work(state),
        options=options,
    )


def _sound(audio: AudioSource) -> Sound:
    return Sound(None, audio.file, sha256=audio.sha256, duration_ms=audio.duration_ms)


def _written_at(file: Path) -> datetime:
    """When a recording was last written, which is when it was made; now where it is not there."""
    try:
        return datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except OSError:
        return datetime.now().astimezone()


def _voices(transcript: Transcript) -> bytes | None:
    try:
        return kept_voices(transcript.voices)
    except VoicesUnavailable:
        return None
