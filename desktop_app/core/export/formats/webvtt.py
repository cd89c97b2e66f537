"""VTT: subtitles for the web, with the speakers as voices (https://www.w3.org/TR/webvtt1/)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue, timestamp
from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.export.speaker_label import ABOUT_LABEL, SpeakerLabel, labelled_cues
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.palette import ON_DARK, colour_in
from desktop_app.core.transcript.values import Speaker, Transcript
from desktop_app.translation import tr

_CSS_SPECIAL = re.compile(r'["\\<>{}]')


@dataclass(frozen=True, slots=True)
class WebvttOptions(CueLimits):
    """names: how the text says who speaks, beside the voices, which players do not show. colours: each speaker has one;
    not usually, for FFmpeg up to 5, and players that are made of it, find no cue in a file with a style sheet."""

    names: SpeakerLabel = setting(SpeakerLabel.NONE, ABOUT_LABEL)
    colours: bool = setting(
        False, About(tr("Speakers in colours"), tr("Browsers show them; some older players then show nothing at all."))
    )


_USUAL = WebvttOptions()


def render(transcript: Transcript, options: WebvttOptions = _USUAL) -> str:
    """Cues by start, each in its speaker's voice tag, '<v Name>text</v>', so that style sheets and readers find it.

    Colours, where they are chosen and there are two speakers or more to tell apart, are a style sheet before the cues.
    An incomplete transcript begins with a note that says so.
    """
    shown = labelled_cues(transcript, options, options.names)
    note = incompleteness(transcript)
    head = ["WEBVTT"] if note is None else ["WEBVTT", f"NOTE {note}"]
    if options.colours and len({cue.name for cue in shown}) > 1:
        head.append(_style_sheet(transcript.speakers, {cue.name for cue in shown}))
    return "\n\n".join([*head, *map(_block, shown)]) + "\n"


def _style_sheet(speakers: Iterable[Speaker], shown: set[str]) -> str:
    """A rule for each of the speakers whose name is among those shown."""
    names = speaker_names(speakers)
    coloured = [(names[each.id], colour_in(ON_DARK, each.colour)) for each in speakers if names[each.id] in shown]
    return "\n".join(
        ["STYLE", *(f'::cue(v[voice="{_css(name)}"]) {{ color: {colour}; }}' for name, colour in coloured)]
    )


def _css(name: str) -> str:
    """The voice as a string in a style sheet: by their numbers the characters that would end it, or the sheet."""
    return _CSS_SPECIAL.sub(lambda found: f"\\{ord(found[0]):x} ", _no_arrow(name))


def _block(cue: Cue) -> str:
    name, text = escape(_no_arrow(cue.name), quote=False), escape("\n".join(cue.lines), quote=False)
    return f"{timestamp(cue.start_ms, '.')} --> {timestamp(cue.end_ms, '.')}\n<v {name}>{text}</v>"


def _no_arrow(name: str) -> str:
    """The name as it can stand in a voice tag: one that ends with two hyphens would make an arrow of the tag's end, and
    with it a cue's times of the text; the last of them is written as the hyphen that no line is broken at."""
    return f"{name[:-1]}\N{NON-BREAKING HYPHEN}" if name.endswith("--") else name
