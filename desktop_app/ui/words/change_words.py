"""What another clustering has changed, in a sentence."""

from collections.abc import Sequence

from desktop_app.core.transcript.speaker_changes import SpeakerChange
from desktop_app.core.transcript.values import Transcript
from desktop_app.ui.words.wording import counted

_MOST = 2


def changes_sentence(changes: Sequence[SpeakerChange], before: Transcript, after: Transcript) -> str:
    """'14 turns went from Speaker 2 to Anna, 3 turns from Anna to Ben, and more.'; '' where nobody has other words."""
    if not changes:
        return ""
    old = {each.id: each.name for each in before.speakers}
    new = {each.id: each.name for each in after.speakers}
    told = [
        f"{counted(each.turns, 'turn')} from {old[each.from_speaker]} to {new[each.to_speaker]}" for each in changes
    ]
    first, *others = told[:_MOST]
    sentence = ", ".join([first.replace(" from ", " went from ", 1), *others])
    return f"{sentence}, and more." if len(told) > _MOST else f"{sentence}."
