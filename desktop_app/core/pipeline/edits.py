"""Edits that carry what a job was asked for: other speakers, and a job's transcript in the place of a draft."""

from dataclasses import dataclass, replace
from itertools import takewhile

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.edits import Edit, History, MergeSpeakers, Reassign, RenameSpeaker
from desktop_app.core.transcript.values import Transcript


@dataclass(frozen=True, slots=True)
class Regroup(Reassign):
    """Other speakers, and the choice that led to them. gesture: one movement of a slider is one edit."""

    old_options: JobOptions
    new_options: JobOptions
    gesture: int


@dataclass(frozen=True, slots=True)
class FullPass:
    """A job's transcript in the place of the draft that live captions wrote, which comes back as it was."""

    draft: Transcript
    result: Transcript
    options: JobOptions

    def apply(self, transcript: Transcript) -> Transcript:
        """The job's transcript, with the names that the draft's speakers have by now."""
        names = {speaker.id: speaker.name for speaker in transcript.speakers}
        speakers = tuple(replace(each, name=names.get(each.id, each.name)) for each in self.result.speakers)
        return replace(self.result, speakers=speakers)

    def revert(self, transcript: Transcript) -> Transcript:
        """The draft, with the names that it had."""
        return self.draft


def machine_made(original: Transcript, history: History) -> Transcript:
    """What the machine made last of a text with these edits: also of its speakers, where others were asked for before
    anybody corrected a word or a turn. original: what a job made last.
    """
    done = list(takewhile(is_of_speakers, history.done))
    for edit in reversed(done):
        if isinstance(edit, Regroup):
            return replace(original, speakers=edit.new_speakers, turns=edit.new_turns)
        if isinstance(edit, FullPass):
            break
    return original


def is_of_speakers(edit: Edit) -> bool:
    """Whether it changes no word and no turn but for whose it is, as all at once."""
    return isinstance(edit, (RenameSpeaker, MergeSpeakers, Regroup, FullPass))
