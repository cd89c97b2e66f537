"""Every kind of edit, and how it is written into a project: the one place where a new kind is added.

A step holds what cannot be told from the transcript before it. What a kind means never changes: where its edit is to
do something else, or is written in another way, that is another kind with another name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from desktop_app.core.editing.turn_edits import ChangeTurns, ChangeWords, GiveTurns, SetSpeakers, Several
from desktop_app.core.export.json_fields import Field
from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.project.editing_steps import (
    pack_change_turns,
    pack_change_words,
    pack_give_turns,
    pack_set_speakers,
    read_act,
    unpack_change_turns,
    unpack_change_words,
    unpack_give_turns,
    unpack_set_speakers,
)
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
    """How one type of edit is written.

    name: for ever. pack: the edit as JSON; unpack: an edit equal to the packed one, ValueError where it is none.
    stands_alone: it is read without the transcript before it.
    """

    name: str
    edit: type[E]
    pack: Callable[[E, MachineTranscripts], dict[str, object]]
    unpack: Callable[[Field, Surroundings], E]
    stands_alone: bool


def kind_of(edit: Edit) -> StepKind[Any]:
    """The kind of an edit; TypeError where none is declared for it."""
    for kind in KINDS:
        if type(edit) is kind.edit:
            return kind
    raise TypeError(f"{type(edit).__name__} has no StepKind in {__name__}")


def unpack_step(kind: str, document: dict[str, object], surroundings: Surroundings) -> Edit:
    """The edit that was packed. UnknownStep where the kind is none of this version; ValueError where it is no edit."""
    edit: Edit = _known(kind).unpack(Field(document), surroundings)
    return edit


def _known(name: str) -> StepKind[Any]:
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UnknownStep(name)


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


def _pack_several(edit: Several, machine: MachineTranscripts) -> dict[str, object]:
    parts = [(kind_of(each), each) for each in edit.edits]
    return {"act": edit.act.value, "steps": [{"kind": kind.name, **kind.pack(each, machine)} for kind, each in parts]}


def _unpack_several(step: Field, surroundings: Surroundings) -> Several:
    return Several(read_act(step), step.member("steps").items(lambda part: _unpack_part(part, surroundings)))


def _unpack_part(part: Field, surroundings: Surroundings) -> Edit:
    kind = _known(part.member("kind").text())
    if not kind.stands_alone:
        raise ValueError(f"a step of the kind {kind.name!r} is no part of another")
    edit: Edit = kind.unpack(part, surroundings)
    return edit


def _alone(
    name: str, edit: type[E], pack: Callable[[E], dict[str, object]], unpack: Callable[[Field], E]
) -> StepKind[E]:
    return StepKind(name, edit, lambda each, _: pack(each), lambda step, _: unpack(step), stands_alone=True)


KINDS: tuple[StepKind[Any], ...] = (
    StepKind("rename", RenameSpeaker, _pack_rename, _unpack_rename, stands_alone=True),
    StepKind("merge", MergeSpeakers, _pack_merge, _unpack_merge, stands_alone=False),
    StepKind("regroup", Regroup, _pack_regroup, _unpack_regroup, stands_alone=False),
    StepKind("full-pass", FullPass, _pack_full_pass, _unpack_full_pass, stands_alone=False),
    _alone("change-words", ChangeWords, pack_change_words, unpack_change_words),
    _alone("change-turns", ChangeTurns, pack_change_turns, unpack_change_turns),
    _alone("give-turns", GiveTurns, pack_give_turns, unpack_give_turns),
    _alone("set-speakers", SetSpeakers, pack_set_speakers, unpack_set_speakers),
    StepKind("several", Several, _pack_several, _unpack_several, stands_alone=True),
)
