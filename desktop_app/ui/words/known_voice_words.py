"""What the window says of known voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.speaker_names import same_name
from desktop_app.translation import plural, tr

if TYPE_CHECKING:
    from desktop_app.core.known_voices.known_people import KnownPeople
    from desktop_app.core.known_voices.suggestions import Suggestion

RECOGNISE = tr("Recognise known voices")
WHAT_IT_IS = tr(
    "Names are suggested for speakers who sound like people whose voices you chose to remember on this computer"
)
"""The setting in one sentence, without its full stop."""
HOW_TO = tr(
    "To remember a voice, name the speaker of a finished recording, and choose Remember this voice… in the menu of the "
    "speaker's card. Ask people first: a voice tells who somebody is."
)
NOBODY = tr("Nobody's voice is known yet.")
SWITCHED_OFF = tr("While this is off, no known voice is looked at, and none is compared with a recording.")


def sounds_like(suggestion: Suggestion) -> str:
    """'Sounds like Anna, 92 percent', as a screen reader says it."""
    share = suggestion.probability * 100
    return tr("Sounds like {name}, {share:.0f} percent", name=suggestion.person, share=share)


def learnt_from(people: KnownPeople, name: str) -> str:
    """'Learnt from 42 s of speech'."""
    return tr("Learnt from {length} of speech", length=_speech_of(people, name))


def remembered(people: KnownPeople, name: str) -> str:
    """That a voice is known now, and how it is kept, in sentences."""
    kept = "" if people.encrypted else f" {people.protection}."
    length = _speech_of(people, name)
    return tr("The voice of {name} is remembered, from {length} of speech.", name=name, length=length) + kept


def renewing(name: str) -> str:
    """Whether a voice that is known is to be known better."""
    return tr(
        "Add to what is known of {name}? The voice is known already, and will be known by this recording as well.",
        name=name,
    )


def forgetting(count: int | None) -> str:
    """Whether all voices are to be deleted; None where it is not known how many there are."""
    if count is None:
        return tr("All known voices are deleted for good. No transcript changes.")
    return plural(
        "All {n} known voices are deleted for good. No transcript changes.",
        "The one known voice is deleted for good. No transcript changes.",
        count,
    )


def sentence(error: Exception) -> str:
    """What an error says, ended as a sentence."""
    text = str(error)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _speech_of(people: KnownPeople, name: str) -> str:
    seconds = sum(float(each.seconds.sum()) for each in people.people if same_name(each.name, name))
    return duration_in_words(seconds)
