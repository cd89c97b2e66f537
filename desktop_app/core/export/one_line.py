"""Names and text that stay on one line, whatever is in them."""

import re
from collections.abc import Container, Iterable
from itertools import chain, count

from desktop_app.core.transcript.values import AudioSource, Speaker

# Every character that some reader takes for a line's end is a control character or one of the last two.
_SPACE_OR_CONTROL = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text with line breaks, control characters and runs of spaces made one space, and fit for UTF-8."""
    return _SURROGATE.sub("\ufffd", _SPACE_OR_CONTROL.sub(" ", text)).strip()


def speaker_name(speaker: Speaker) -> str:
    """The speaker's name on one line; the id where the name is blank. Never empty."""
    return one_line(speaker.name) or one_line(speaker.id) or "Speaker"


def speaker_names(speakers: Iterable[Speaker]) -> dict[str, str]:
    """The speakers' names by id, each on one line; those that are the same get a number: 'Anna', 'Anna (2)'."""
    names: dict[str, str] = {}
    for speaker in speakers:
        names[speaker.id] = unlike(names.values(), speaker_name(speaker), "{name} ({number})")
    return names


def unlike(taken: Container[str], name: str, form: str) -> str:
    """The name, or the first of its numbered forms, from 2, that is not taken. form: of name and number."""
    numbered = (form.format(name=name, number=number) for number in count(2))
    return next(each for each in chain([name], numbered) if each not in taken)


def file_name(audio: AudioSource) -> str:
    """The recording's file name without its folders, on one line, wherever the path was written. Never empty."""
    return one_line(re.split(r"[/\\]", audio.file)[-1]) or "recording"


def file_stem(audio: AudioSource) -> str:
    """The recording's file name without folders and ending. Never empty."""
    name = file_name(audio)
    return name.rpartition(".")[0] or name
