"""Every kind of edit, and how it is written into a project: the one place where a new kind is added.

A step holds what cannot be told from the transcript before it. What a kind means never changes: where its edit is to
do something else, or is written in another way, that is another kind with another name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from desktop_app.core.export.json_fields import Field
from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.project.machine import MachineTranscript, MachineTranscripts
from desktop_app.core.project.options_json import options_document, read_options
from desktop_app.core.project.transcript_json import read_speakers, read_turns, speaker_documents, turn_documents
from desktop_app.core.transcript.edits import Edit, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.values import Transcript

E = TypeVar("E", bound=Edit)


class UnknownStep(Exception):
    """A kind of edit that a newer version of the program makes."""


class Surroundings(Protocol):
    """What a step can be read with."""

    @property
    def machine(self) -> MachineTranscripts:
        """The project's transcripts as machines made them."""
        ...

    def before(self) -> Transcript:
        """The transcript before the step. It costs the making of all steps before, so ask only where it is needed."""
        ...


@dataclass(frozen=True, slots=True)
class StepKind(Generic[E]):
    """How one type of edit is written. name: for ever; pack: the edit as JSON; unpack: an edit equal to the packed
    one, ValueError where it is none."""

    name: str
    edit: type[E]
    pack: Callable[[E, MachineTranscripts], dict[str, object]]
    unpack: Callable[[Field, Surroundings], E]


def pack_step(edit: Edit, machine: MachineTranscripts) -> tuple[str, dict[str, object]]:
    """The name of the edit's kind, and the edit as JSON; TypeError where no kind is declared for it."""
    for kind in KINDS:
        if type(edit) is kind.edit:
            return kind.name, kind.pack(edit, machine)
    raise TypeError(f"{type(edit).__name__} has no StepKind in {__name__}")


def unpack_step(kind: str, document: dict[str, object], surroundings: Surroundings) -> Edit:
    """The edit that was packed. UnknownStep where the kind is none of this version; ValueError where it is no edit."""
    for known in KINDS:
        if known.name == kind:
            edit: Edit = known.unpack(Field(document), surroundings)
            return edit
    raise UnknownStep(kind)


def _pack_rename(edit: RenameSpeaker, _machine: MachineTranscripts) -> dict[str, object]:
    return {"speaker": edit.speaker_id, "old": edit.old_name, "new": edit.new_name}


def _unpack_rename(step: Field, _surroundings: Surroundings) -> RenameSpeaker:
    return RenameSpeaker(step.member("speaker").text(), step.member("old").text(), step.member("new").text())


def _pack_merge(edit: MergeSpeakers, _machine: MachineTranscripts) -> dict[str, object]:
    return {"kept": edit.kept, "gone": edit.gone}


def _unpack_merge(step: Field, surroundings: Surroundings) -> MergeSpeakers:
    kept, gone = step.member("kept").text(), step.member("gone").text()
    return MergeSpeakers.of(surroundings.before(), kept=kept, gone=gone)


def _pack_regroup(edit: Regroup, _machine: MachineTranscripts) -> dict[str, object]:
    return {
        "gesture": edit.gesture,
        "old_options": options_document(edit.old_options),
        "new_options": options_document(edit.new_options),
        "speakers": speaker_documents(edit.new_speakers),
        "turns": turn_documents(edit.new_turns),
    }


def _unpack_regroup(step: Field, surroundings: Surroundings) -> Regroup:
    before = surroundings.before()
    return Regroup(
        old_speakers=before.speakers,
        old_turns=before.turns,
        new_speakers=read_speakers(step.member("speakers").value),
        new_turns=read_turns(step.member("turns").value),
        old_options=read_options(step.member("old_options")),
        new_options=read_options(step.member("new_options")),
        gesture=step.member("gesture").whole(),
    )


def _pack_full_pass(edit: FullPass, machine: MachineTranscripts) -> dict[str, object]:
    return {"transcript": machine.number_of(MachineTranscript(edit.result, edit.options))}


def _unpack_full_pass(step: Field, surroundings: Surroundings) -> FullPass:
    made = surroundings.machine.get(step.member("transcript").whole())
    return FullPass(draft=surroundings.before(), result=made.transcript, options=made.options)


KINDS: tuple[StepKind[Any], ...] = (
    StepKind("rename", RenameSpeaker, _pack_rename, _unpack_rename),
    StepKind("merge", MergeSpeakers, _pack_merge, _unpack_merge),
    StepKind("regroup", Regroup, _pack_regroup, _unpack_regroup),
    StepKind("full-pass", FullPass, _pack_full_pass, _unpack_full_pass),
)
