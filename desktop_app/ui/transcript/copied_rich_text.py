"""What is copied, as mail and word processors take it: names bold and in their colours."""

import re
from collections.abc import Iterable
from html import escape

from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.export.speaker_inks import MUTED_ON_WHITE, ink_on_white
from desktop_app.core.transcript.values import Speaker

_TIME = r"(?:\[[\d:]+\] )?"


def rich_text(text: str, speakers: Iterable[Speaker]) -> str:
    """HTML of copied paragraphs; lines that begin with a time and a speaker's name have both set off."""
    known = {speaker.id: speaker for speaker in speakers}
    names = speaker_names(known.values())
    inks = {name: ink_on_white(known[speaker_id].colour) for speaker_id, name in names.items()}
    either = "|".join(re.escape(name) for name in sorted(inks, key=len, reverse=True)) or r"(?!)"
    spoken = re.compile(f"({_TIME})({either}): ")
    return "".join(f"<p>{_paragraph(part, spoken, inks)}</p>" for part in text.split("\n\n") if part.strip())


def _paragraph(text: str, spoken: re.Pattern[str], inks: dict[str, str]) -> str:
    found = spoken.match(text)
    if found is None:
        return escape(text)
    time, name = found.groups()
    said = escape(text[found.end() :])
    set_off = f'<b style="color:{inks[name]}">{escape(name)}:</b> {said}'
    return f'<span style="color:{MUTED_ON_WHITE}">{time}</span>{set_off}' if time else set_off
