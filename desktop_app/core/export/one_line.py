"""Names and text that stay on one line, whatever is in them."""

import re

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


def file_name(audio: AudioSource) -> str:
    """The recording's file name without its folders, on one line, wherever the path was written. Never empty."""
    return one_line(re.split(r"[/\\]", audio.file)[-1]) or "recording"


def file_stem(audio: AudioSource) -> str:
    """The recording's file name without folders and ending. Never empty."""
    name = file_name(audio)
    return name.rpartition(".")[0] or name
