"""Transcripts in files: projects, exports as JSON, and what other programs wrote."""

import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.export.formats import json_format
from desktop_app.core.export.origin import origin_of
from desktop_app.core.importing.import_file import import_file
from desktop_app.core.pipeline.edits import Regroup
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.places import is_project
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.store.export_record import Origin
from desktop_app.core.transcript.values import Transcript

NO_TEXT = "it holds no transcript yet"


@dataclass(frozen=True, slots=True)
class FiledTranscript:
    """A transcript as it is now. origin: what exports of it are made of. options: what it was made with, None where the
    file does not say."""

    transcript: Transcript
    origin: Origin
    options: JobOptions | None = None


def read_transcript_file(path: Path) -> FiledTranscript:
    """The transcript in a project, or in a file of whatever program that can be imported; TranscriptFileError where
    there is none.

    What is lost of a damaged project is said on standard error.
    """
    if not is_project(path):
        transcript = import_file(path)
        return FiledTranscript(transcript, origin_of(transcript))
    try:
        with open_project(path, read_only=True) as project:
            return _of_project(project)
    except ProjectError as error:
        raise TranscriptFileError(path, f"it {error.cause}. {error.hint}") from error


def read_json(path: Path) -> Transcript:
    """The transcript that was exported as JSON; TranscriptFileError where there is none."""
    try:
        return json_format.parse(path.read_bytes(), path)
    except OSError as error:
        raise TranscriptFileError(path, error.strerror or str(error)) from error


def _of_project(project: ProjectFile) -> FiledTranscript:
    if (text := project.text) is None:
        raise TranscriptFileError(project.path, NO_TEXT)
    if project.losses:
        print(f"{project.path}: damaged, and this is lost: {', '.join(project.losses)}", file=sys.stderr)
    is_regrouped = any(isinstance(edit, Regroup) for edit in text.history.done)
    return FiledTranscript(text.transcript, origin_of(text.transcript, regrouped=is_regrouped), text.options)
