"""Other speakers for the text of a project, as an edit of it."""

from dataclasses import replace

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.errors import DiarizationError
from desktop_app.core.diarization.voices import Voices, unpack_voices
from desktop_app.core.pipeline.edits import Regroup
from desktop_app.core.pipeline.kept_voices import voices_of
from desktop_app.core.pipeline.known_so_far import known_so_far, named
from desktop_app.core.pipeline.reassign import recluster_transcript
from desktop_app.core.pipeline.regroup_source import regroup_source
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.edited import EditedTranscript
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.values import Work, WorkState
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.transcript.decisions import decisions_of

_NOBODY = "unsure"
"""The id that live captions give to whom they do not know."""
_NO_GESTURE = 0
"""No movement of a slider, whose numbers begin at 1: the edit is undone by itself."""


def regroup(project: ProjectFile, options: JobOptions) -> EditedTranscript | None:
    """Give a project's words to other speakers, as an edit; the text after it, None where there is no text.

    options: the number of speakers and the sensitivity. VoicesUnavailable where no voices are kept, ValueError where
    the text is in disorder, ProjectError where it cannot be written.
    """
    if project.text is None:
        return None
    changed = regrouped(project.text, voices_in(project), options)
    if changed != project.text:
        project.record_history(changed.history, changed.transcript)
        if project.facts.work.state is WorkState.TRANSCRIBED:
            project.set_facts(replace(project.facts, work=Work(WorkState.CORRECTING)))
    return changed


def voices_in(project: ProjectFile) -> Voices:
    """The voices that a project holds, else those that this computer keeps; VoicesUnavailable where there are none."""
    if project.voices is None and project.text is not None:
        return voices_of(project.text.original.transcript)
    try:
        return unpack_voices(project.voices or b"")
    except DiarizationError as error:
        raise VoicesUnavailable(f"{error}") from error


def regrouped(text: EditedTranscript, voices: Voices, options: JobOptions) -> EditedTranscript:
    """The text after one more edit: its words with the speakers that another clustering of the voices finds.

    It is found in what the machine made, not in the last attempt, so that going back gives exactly what there was; in
    what a person made of it where words or turns were corrected (see regroup_source), whose decisions hold. The text
    itself where that is what there is. Everybody has the name that was given last.
    """
    known = known_so_far(text.base.transcript, text.history)
    known.pop(_NOBODY, None)
    bounds = SpeakerBounds(options.min_speakers or 1, options.max_speakers)
    source = regroup_source(text.original.transcript, text.transcript, text.history)
    found = recluster_transcript(
        source,
        voices,
        bounds,
        sensitivity=options.sensitivity,
        known=tuple(known.values()),
        decisions=decisions_of(source),
    )
    now = text.transcript
    speakers = named(found.speakers, known, text.original.transcript, text.history)
    if (speakers, found.turns) == (now.speakers, now.turns):
        return text
    edit = Regroup(now.speakers, now.turns, speakers, found.turns, text.options, _asked(text, options), _NO_GESTURE)
    return EditedTranscript(text.base, *text.history.do(edit, now))


def _asked(text: EditedTranscript, options: JobOptions) -> JobOptions:
    """All that the text was made with, but for what decides who speaks."""
    return replace(
        text.options,
        min_speakers=options.min_speakers,
        max_speakers=options.max_speakers,
        sensitivity=options.sensitivity,
    )
