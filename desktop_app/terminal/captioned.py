"""What becomes of a recording that `diarist captions` has made: its file, and its project."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.finishing import clear_away
from desktop_app.core.capture.recovery import settle
from desktop_app.core.capture.segments import segments_in
from desktop_app.core.capture.values import EndReason, Recorded
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.image import ProjectImage
from desktop_app.core.project.machine import MachineTranscript, Maker
from desktop_app.core.project.opening import create_of
from desktop_app.core.project.places import chosen_projects_folder, project_path
from desktop_app.core.project.sound import located
from desktop_app.core.project.values import Facts, Recording, Sound, Work, WorkState
from desktop_app.core.store.content_id import content_id
from desktop_app.core.transcript.values import Transcript
from desktop_app.terminal.caption_lines import CaptionReporter
from desktop_app.terminal.wav_out import moved_to


@dataclass(frozen=True, slots=True)
class Captions:
    """What was written of a recording. draft: None where nothing could be, for the reason in `fault`."""

    draft: Transcript | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Captioned:
    """A recording that is over, when it began, and its captions."""

    recorded: Recorded
    started_at: datetime
    captions: Captions


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a recording lies. project: None where none could be made. is_good: all went as it was asked."""

    recorded: Recorded
    file: Path
    project: Path | None
    is_good: bool


def keep(captioned: Captioned, wav_out: Path | None, reporter: CaptionReporter) -> Kept:
    """Let the recording have its file and its project, and tell where they are. wav_out: the file that was asked for.

    Whatever fails is told, and costs neither sound nor captions: both stay in the recording's folder.
    """
    recorded = captioned.recorded
    file, fault = moved_to(wav_out, recorded)
    reporter.recorded(recorded, file)
    if fault is not None:
        reporter.failed(fault)
    project = None if segments_in(recorded.folder) else _project(captioned, file.absolute(), reporter)
    went_well = recorded.reason in {EndReason.STOPPED, EndReason.LEFT_ALONE} and not captioned.captions.fault
    return Kept(recorded, file, project, went_well and fault is None and project is not None)


def let_go(kept: Kept) -> None:
    """Have nobody offer a recording that is in a project, and remove its folder where its sound lies elsewhere."""
    if kept.project is None:
        return
    if kept.file != kept.recorded.sound:
        clear_away(kept.recorded)
    with suppress(CaptureError, OSError):  # it is offered in the window once more: no harm
        settle(kept.recorded.folder)


def _project(captioned: Captioned, file: Path, reporter: CaptionReporter) -> Path | None:
    try:
        project = make_project(captioned, file)
    except ProjectError as error:
        found = " The window makes one when it starts." if captioned.recorded.sound.exists() else ""
        reporter.failed(f"there is no project of the recording: {error}.{found}")
        return None
    reporter.kept(project, captioned.recorded.duration_ms)
    return project


def make_project(captioned: Captioned, file: Path) -> Path:
    """Make a project of a recording in the folder of all projects, with its captions as the draft; its path.

    file: where the sound is. ProjectError where it cannot be made.
    """
    name = captioned.recorded.folder.name if file == captioned.recorded.sound else file.stem
    path = project_path(chosen_projects_folder(), name)
    sound = located(Sound(None, str(file), None, content_id(file), captioned.recorded.duration_ms), path)
    image = ProjectImage.new(
        Facts(Recording(name, captioned.started_at, recorded_here=True), sound, _work(captioned.captions))
    )
    if (draft := captioned.captions.draft) is not None:
        audio = replace(draft.audio, file=str(file), sha256=sound.sha256)
        image.record_transcript(MachineTranscript(replace(draft, audio=audio), JobOptions(), Maker.CAPTIONS))
    create_of(path, image).close()
    return path


def _work(captions: Captions) -> Work:
    return Work(WorkState.DRAFT) if captions.draft is not None else Work(WorkState.FAILED, captions.fault)
