"""Speakers' names, as people take them for the same or for another; and the numbers of those nobody named."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import count
from unicodedata import normalize

from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import in_every_language, tr

_NUMBERED, _UNSURE = "Speaker {number}", "Unsure"


def numbered_name(number: int) -> str:
    """'Speaker 3': the name of somebody whom nobody named, in the language of the window."""
    return tr("Speaker {number}", number=number)


def same_name(one: str, other: str) -> bool:
    """Whether a reader takes them for one: upper and lower case, spaces and the ways to write an accent aside."""
    return _key(one) == _key(other)


def namesakes(speakers: Sequence[Speaker], speaker_id: str) -> tuple[Speaker, ...]:
    """The others among the speakers who have this one's name, in their order."""
    name = next((each.name for each in speakers if each.id == speaker_id), "")
    return tuple(each for each in speakers if each.id != speaker_id and same_name(each.name, name))


def unsure_name() -> str:
    """'Unsure': what stands for the speaker of what nobody can be said to have said."""
    return tr("Unsure", "who spoke")


def is_numbered(speaker: Speaker) -> bool:
    """Whether the name is a number, 'Speaker 3', as those have whom nobody named, in whatever language that was."""
    return any(re.fullmatch(form.format(number=r"\d+"), speaker.name) for form in in_every_language(_NUMBERED))


def is_given(name: str) -> bool:
    """Whether somebody gave this name: it is neither a number nor what stands where the speaker is not known."""
    return not is_numbered(Speaker("", name, 0)) and name not in in_every_language(_UNSURE, "who spoke")


def numbered(speakers: Sequence[Speaker], *, kept: Collection[str]) -> tuple[Speaker, ...]:
    """The speakers with numbers that leave no gap: the lowest that is free for each whose name is a number. kept: ids
    of those who keep their name in any case."""
    stays = {each.id: each.id in kept or not is_numbered(each) for each in speakers}
    free = free_numbers([each for each in speakers if stays[each.id]])
    return tuple(each if stays[each.id] else replace(each, name=numbered_name(next(free))) for each in speakers)


def new_speaker(speakers: Sequence[Speaker]) -> Speaker:
    """Somebody whom nobody named, with a number and a colour that none of these has."""
    number = next(free_numbers(speakers))
    colours = {each.colour for each in speakers}
    return Speaker(f"S{number}", numbered_name(number), next(colour for colour in count() if colour not in colours))


def free_numbers(taken: Collection[Speaker]) -> Iterator[int]:
    """The numbers, lowest first, that no name and no id of these speakers has."""
    ids = {each.id for each in taken}
    names = {_key(each.name) for each in taken}
    return (number for number in count(1) if f"S{number}" not in ids and _key(numbered_name(number)) not in names)


def _key(name: str) -> str:
    return " ".join(normalize("NFC", normalize("NFC", name).casefold()).split())
