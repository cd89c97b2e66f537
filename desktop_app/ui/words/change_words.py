"""What another clustering has changed, in a sentence."""

from collections.abc import Sequence

from desktop_app.core.transcript.speaker_changes import SpeakerChange
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import plural, tr


def changes_sentence(changes: Sequence[SpeakerChange], before: Transcript, after: Transcript) -> str:
    """'14 turns went from Speaker 2 to Anna, 3 turns from Anna to Ben, and more.'; '' where nobody has other words."""
    if not changes:
        return ""
    old = {each.id: each.name for each in before.speakers}
    new = {each.id: each.name for each in after.speakers}
    first, *others = ((each.turns, old[each.from_speaker], new[each.to_speaker]) for each in changes)
    went = _went(*first)
    if not others:
        return tr("{change}.", change=went)
    also = _also(*others[0])
    if len(others) == 1:
        return tr("{change}, {other}.", change=went, other=also)
    return tr("{change}, {other}, and more.", change=went, other=also)


def _went(turns: int, old: str, new: str) -> str:
    return plural("{n} turns went from {old} to {new}", "{n} turn went from {old} to {new}", turns, old=old, new=new)


def _also(turns: int, old: str, new: str) -> str:
    """After another change."""
    return plural("{n} turns from {old} to {new}", "{n} turn from {old} to {new}", turns, old=old, new=new)
