"""What an edit is called, as it goes on from 'Undo'."""

from desktop_app.core.editing.turn_edits import Act, ChangeTurns, ChangeWords, GiveTurns, SetSpeakers, Several
from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.transcript.edits import Edit, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.values import Speaker, Transcript
from desktop_app.ui.words.wording import counted

_ACTS = {
    Act.TYPE: "typing",
    Act.PASTE: "paste",
    Act.SPLIT: "split",
    Act.JOIN: "join",
    Act.DELETE: "delete",
    Act.MOVE_BORDER: "moving a border",
    Act.GIVE: "giving words away",
    Act.ADD_SPEAKER: "new speaker",
    Act.RECOLOUR: "colour",
    Act.MARK: "mark",
    Act.CONFIRM: "saying that it is right",
    Act.REPLACE: "replace",
    Act.RESTORE: "restoring the first draft",
    Act.HEAR_AGAIN: "transcribing again",
    Act.CARRY: "corrections of the earlier text",
}


def edit_name(edit: Edit, transcript: Transcript) -> str:
    """'merge Anna and Speaker 3', 'give 2 turns to Ben'. transcript: any in which the speakers have their names."""
    match edit:
        case RenameSpeaker():
            return f"rename {edit.old_name} to {edit.new_name}"
        case MergeSpeakers():
            names = {each.id: each.name for each in edit.old_speakers}
            return f"merge {names[edit.kept]} and {names[edit.gone]}"
        case Regroup():
            return "other speakers"
        case FullPass():
            return "full transcript"
        case GiveTurns():
            name = _name(edit.new, transcript.speakers)
            return f"give {counted(len(edit.turns), 'turn')} to {name}" if name else _ACTS[edit.act]
        case Several():
            return _replacing(edit) if edit.act is Act.REPLACE else _ACTS[edit.act]
        case ChangeWords() | ChangeTurns() | SetSpeakers():
            return _ACTS[edit.act]
    return "edit"


def _replacing(edit: Several) -> str:
    """'replace in 3 turns and 1 name'."""
    names = sum(isinstance(each, RenameSpeaker) for each in edit.edits)
    counts = ((len(edit.edits) - names, "turn"), (names, "name"))
    return f"replace in {' and '.join(counted(count, noun) for count, noun in counts if count)}"


def _name(speaker_id: str, speakers: tuple[Speaker, ...]) -> str:
    return next((each.name for each in speakers if each.id == speaker_id), "")
