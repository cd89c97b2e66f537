"""What the window says of known voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.speaker_names import same_name

if TYPE_CHECKING:
    from desktop_app.core.known_voices.known_people import KnownPeople
    from desktop_app.core.known_voices.suggestions import Suggestion

RECOGNISE = "Recognise known voices"
WHAT_IT_IS = (
    "Names are suggested for speakers who sound like people whose voices you chose to remember on this computer"
)
"""The setting in one sentence, without its full stop."""
HOW_TO = (
    "To remember a voice, name the speaker of a finished recording, and choose Remember this voice… in the menu of the "
    "speaker's card. Ask people first: a voice tells who somebody is."
)
NOBODY = "Nobody's voice is known yet."
SWITCHED_OFF = "While this is off, no known voice is looked at, and none is compared with a recording."


def sounds_like(suggestion: Suggestion) -> str:
    """'Sounds like Anna, 92 percent', as a screen reader says it."""
    return f"Sounds like {suggestion.person}, {suggestion.probability:.0%}".replace("%", " percent")


def learnt_from(people: KnownPeople, name: str) -> str:
    """'Learnt from 42 s of speech'."""
    return f"Learnt from {_speech_of(people, name)} of speech"


def remembered(people: KnownPeople, name: str) -> str:
    """That a voice is known now, and how it is kept, in sentences."""
    kept = "" if people.encrypted else f" {people.protection}."
    return f"The voice of {name} is remembered, from {_speech_of(people, name)} of speech.{kept}"


def renewing(name: str) -> str:
    """Whether a voice that is known is to be known better."""
    return f"Add to what is known of {name}? The voice is known already, and will be known by this recording as well."


def forgetting(count: int | None) -> str:
    """Whether all voices are to be deleted; None where it is not known how many there are."""
    whose = {None: "All known voices are", 1: "The one known voice is"}.get(count, f"All {count} known voices are")
    return f"{whose} deleted for good. No transcript changes."


def sentence(error: Exception) -> str:
    """What an error says, ended as a sentence."""
    text = str(error)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _speech_of(people: KnownPeople, name: str) -> str:
    seconds = sum(float(each.seconds.sum()) for each in people.people if same_name(each.name, name))
    return duration_in_words(seconds)
