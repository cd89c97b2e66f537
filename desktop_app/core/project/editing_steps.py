"""How edits of words, turns and speakers are written into a project: what was, and what is; each stands alone."""

from desktop_app.core.editing.turn_edits import Act, ChangeTurns, ChangeWords, GiveTurns, SetSpeakers
from desktop_app.core.export.json_fields import Field
from desktop_app.core.project.transcript_json import (
    read_speakers,
    read_turns,
    read_words,
    speaker_documents,
    turn_documents,
    word_documents,
)

Step = dict[str, object]


def pack_change_words(edit: ChangeWords) -> Step:
    """The edit as JSON."""
    where = {"act": edit.act.value, "turn": edit.turn, "first": edit.first}
    return {**where, "old": word_documents(edit.old), "new": word_documents(edit.new)}


def unpack_change_words(step: Field) -> ChangeWords:
    """The edit that was packed; ValueError where it is none, as of all here."""
    return ChangeWords(
        read_act(step),
        step.member("turn").whole(),
        step.member("first").whole(),
        read_words(step.member("old").value),
        read_words(step.member("new").value),
    )


def pack_change_turns(edit: ChangeTurns) -> Step:
    """The edit as JSON."""
    where = {"act": edit.act.value, "first": edit.first}
    return {**where, "old": turn_documents(edit.old), "new": turn_documents(edit.new)}


def unpack_change_turns(step: Field) -> ChangeTurns:
    """The edit that was packed."""
    old, new = read_turns(step.member("old").value), read_turns(step.member("new").value)
    return ChangeTurns(read_act(step), step.member("first").whole(), old, new)


def pack_give_turns(edit: GiveTurns) -> Step:
    """The edit as JSON."""
    old = {"old": list(edit.old), "margins": list(edit.old_margins)}
    return {"act": edit.act.value, "turns": list(edit.turns), **old, "new": edit.new}


def unpack_give_turns(step: Field) -> GiveTurns:
    """The edit that was packed."""
    turns, old = step.member("turns").items(Field.whole), step.member("old").items(Field.text)
    margins = step.member("margins").items(lambda margin: margin.or_null(Field.number))
    if not len(turns) == len(old) == len(margins):
        raise ValueError("it is not said whose each turn was")
    return GiveTurns(read_act(step), turns, old, margins, step.member("new").text())


def pack_set_speakers(edit: SetSpeakers) -> Step:
    """The edit as JSON."""
    return {"act": edit.act.value, "old": speaker_documents(edit.old), "new": speaker_documents(edit.new)}


def unpack_set_speakers(step: Field) -> SetSpeakers:
    """The edit that was packed."""
    old, new = read_speakers(step.member("old").value), read_speakers(step.member("new").value)
    return SetSpeakers(read_act(step), old, new)


def read_act(step: Field) -> Act:
    """What a person did."""
    return Act(step.member("act").text())
