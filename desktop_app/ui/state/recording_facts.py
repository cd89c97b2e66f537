"""What a project says of its recording: put into its words, and taken from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.project.places import name_at
from desktop_app.core.project.values import Facts, Reading, Sound, Work, WorkState
from desktop_app.core.project.values import Recording as RecordingFacts
from desktop_app.jobs.messages import Failed
from desktop_app.ui.state.recording_state import State, state_after

if TYPE_CHECKING:
    from desktop_app.core.library.values import Entry, Summary
    from desktop_app.jobs.project_worker import OpenedProject
    from desktop_app.ui.state.recording import Recording


def facts_of(recording: Recording) -> Facts:
    """What a project says of a recording."""
    audio = recording.document.original.audio
    return Facts(
        recording=RecordingFacts(
            recording.name, recording.made_at, recording.note, recording.tags, recorded_here=recording.recorded_here
        ),
        sound=Sound(None, str(recording.sound), None, audio.sha256, audio.duration_ms or recording.duration_ms),
        work=Work(recording.work_state, recording.failure.reason if recording.failure else None),
        options=recording.options,
        reading=Reading(recording.place_ms, recording.notes.all),
        export_folder=recording.export_folder,
    )


def store(recording: Recording, entry: Entry) -> None:
    """The recording lies in its project, of which the library says this."""
    recording.entry, recording.project, recording.state = entry, entry.path, State.STORED
    if entry.problem is not None:
        recording.state, recording.failure = State.FAILED, Failed(entry.problem)
    if entry.summary is not None:
        _take_summary(recording, entry.path, entry.summary)


def _take_summary(recording: Recording, project: Path, summary: Summary) -> None:
    recording.stored_state = summary.state
    recording.path, recording.given_name = summary.sound or project, name_at(project, summary.name)
    recording.made_at, recording.note, recording.tags = summary.made_at, summary.note, summary.tags
    recording.recorded_here, recording.duration_ms = summary.recorded_here, summary.duration_ms
    recording.speaker_names = summary.speakers
    recording.is_done = summary.state is WorkState.DONE


def restore(recording: Recording, opened: OpenedProject) -> None:
    """Go on with what the recording's project holds."""
    _take_facts(recording, opened.path, opened.facts)
    recording.voices, recording.peaks = opened.voices, opened.peaks
    recording.read_only, recording.losses = opened.read_only, opened.losses
    if opened.sound is not None:
        recording.path, recording.sound_state = opened.sound.path or recording.path, opened.sound.state
    if opened.text is not None:
        recording.document.restore(opened.text)
    recording.document.is_frozen = bool(recording.read_only or recording.losses)
    _enter(recording, opened.facts.work)


def _take_facts(recording: Recording, project: Path, facts: Facts) -> None:
    recording.given_name, recording.made_at = name_at(project, facts.recording.name), facts.recording.made_at
    recording.note, recording.tags = facts.recording.note, facts.recording.tags
    recording.recorded_here = facts.recording.recorded_here
    recording.is_done = facts.work.state is WorkState.DONE
    recording.options = facts.options
    recording.place_ms, recording.notes.all = facts.reading.place_ms, dict(facts.reading.view)
    if facts.export_folder is not None:
        recording.export_folder = facts.export_folder
    if facts.sound is not None:
        recording.path, recording.duration_ms = Path(facts.sound.absolute), facts.sound.duration_ms


def _enter(recording: Recording, work: Work) -> None:
    state = state_after(work.state)
    # What another window works on is not begun here, too.
    is_left_alone = state is State.WAITING and recording.read_only
    recording.enter(State.STORED if is_left_alone else state, failure=Failed(work.failure) if work.failure else None)
