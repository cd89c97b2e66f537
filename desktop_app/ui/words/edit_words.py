"""What an edit is called, as it goes on from 'Undo'."""

from desktop_app.core.editing.turn_edits import Act, ChangeTurns, ChangeWords, GiveTurns, SetSpeakers, Several
from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.transcript.edits import Edit, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.values import Speaker, Transcript
from desktop_app.translation import plural, tr

_ACTS = {
    Act.TYPE: tr("typing", "Undo …"),
    Act.PASTE: tr("paste", "Undo …"),
    Act.SPLIT: tr("split", "Undo …"),
    Act.JOIN: tr("join", "Undo …"),
    Act.DELETE: tr("delete", "Undo …"),
    Act.MOVE_BORDER: tr("moving a border", "Undo …"),
    Act.GIVE: tr("giving words away", "Undo …"),
    Act.ADD_SPEAKER: tr("new speaker", "Undo …"),
    Act.RECOLOUR: tr("colour", "Undo …"),
    Act.MARK: tr("mark", "Undo …"),
    Act.CONFIRM: tr("saying that it is right", "Undo …"),
    Act.REPLACE: tr("replace", "Undo …"),
    Act.RESTORE: tr("restoring the first draft", "Undo …"),
    Act.HEAR_AGAIN: tr("transcribing again", "Undo …"),
    Act.CARRY: tr("corrections of the earlier text", "Undo …"),
    Act.MOVE: tr("moving words", "Undo …"),
}


def edit_name(edit: Edit, transcript: Transcript) -> str:
    """'merge Anna and Speaker 3', 'give 2 turns to Ben'. transcript: any in which the speakers have their names."""
    match edit:
        case RenameSpeaker():
            return tr("rename {old} to {new}", old=edit.old_name, new=edit.new_name)
        case MergeSpeakers():
            names = {each.id: each.name for each in edit.old_speakers}
            return tr("merge {kept} and {gone}", kept=names[edit.kept], gone=names[edit.gone])
        case Regroup():
            return tr("other speakers", "Undo …")
        case FullPass():
            return tr("full transcript", "Undo …")
        case GiveTurns():
            name = _name(edit.new, transcript.speakers)
            return _giving(len(edit.turns), name) if name else _ACTS[edit.act]
        case Several():
            return _replacing(edit) if edit.act is Act.REPLACE else _ACTS[edit.act]
        case ChangeWords() | ChangeTurns() | SetSpeakers():
            return _ACTS[edit.act]
    return tr("edit", "Undo …")


def _giving(turns: int, name: str) -> str:
    return plural("give {n} turns to {name}", "give {n} turn to {name}", turns, name=name)


def _replacing(edit: Several) -> str:
    """'replace in 3 turns and 1 name'."""
    names = sum(isinstance(each, RenameSpeaker) for each in edit.edits)
    turns = len(edit.edits) - names
    if not names:
        return plural("replace in {n} turns", "replace in {n} turn", turns)
    if not turns:
        return plural("replace in {n} names", "replace in {n} name", names)
    also = plural("{n} names", "{n} name", names)
    return plural("replace in {n} turns and {names}", "replace in {n} turn and {names}", turns, names=also)


def _name(speaker_id: str, speakers: tuple[Speaker, ...]) -> str:
    return next((each.name for each in speakers if each.id == speaker_id), "")
