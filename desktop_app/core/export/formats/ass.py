"""ASS (Advanced SubStation Alpha): subtitles with a style, and with it a colour, for each speaker."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue
from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_stem, speaker_names, unlike
from desktop_app.core.export.speaker_label import ABOUT_LABEL, SpeakerLabel, labelled_cues
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.palette import ON_DARK, colour_in
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

_HEAD = """[Script Info]
Title: {title}
ScriptType: v4.00+
WrapStyle: 0
ScaledBorderAndShadow: yes
PlayResX: 1920
PlayResY: 1080
YCbCr Matrix: None

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
"""
_STYLE = "Style: {name},Arial,64,{colour},&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,50,1\n"
_EVENTS = """
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
_DEFAULT, _WHITE = "Default", "#ffffff"
_WORD_JOINER = "\u2060"
_REMARK_MS = 3000


@dataclass(frozen=True, slots=True)
class AssOptions(CueLimits):
    """names: how the text says who speaks, beside the field that ASS has for it and players do not show."""

    names: SpeakerLabel = setting(SpeakerLabel.NONE, ABOUT_LABEL)
    colours: bool = setting(True, About(tr("Speakers in colours")))


_USUAL = AssOptions()


def render(transcript: Transcript, options: AssOptions = _USUAL) -> str:
    """Cues by start, each in the style of its speaker, which is called like them; times are cut to hundredths of a
    second. That a transcript is incomplete is a comment, which editors show and players do not."""
    fields = _fields(transcript)
    shown = labelled_cues(transcript, options, options.names)
    styles = "".join(_styles(transcript, fields, coloured=options.colours))
    events = "".join(_event("Dialogue", cue, fields[cue.name]) for cue in shown)
    head = _HEAD.format(title=_plain(file_stem(transcript.audio)))
    return "".join([head, styles, _EVENTS, events, *_remarks(transcript)])


def _fields(transcript: Transcript) -> dict[str, str]:
    """What stands for each speaker's name where commas end a field, by name; all differ."""
    fields: dict[str, str] = {}
    for name in speaker_names(transcript.speakers).values():
        field = name.replace(",", ";").lstrip("* ") or _DEFAULT
        fields[name] = unlike({*fields.values(), _DEFAULT}, field, "{name} ({number})")
    return fields


def _styles(transcript: Transcript, fields: dict[str, str], *, coloured: bool) -> Iterator[str]:
    names = speaker_names(transcript.speakers)
    yield _STYLE.format(name=_DEFAULT, colour=_colour(_WHITE))
    for speaker in transcript.speakers:
        colour = colour_in(ON_DARK, speaker.colour) if coloured else _WHITE
        yield _STYLE.format(name=fields[names[speaker.id]], colour=_colour(colour))


def _colour(colour: str) -> str:
    """'#rrggbb' as ASS has it: blue first, and how much of what is behind it can be seen through it before that."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"&H00{blue}{green}{red}".upper()


def _remarks(transcript: Transcript) -> list[str]:
    note, at_ms = incompleteness(transcript), transcript.incomplete_from_ms
    if note is None or at_ms is None:
        return []
    return [_event("Comment", Cue(at_ms, at_ms + _REMARK_MS, "", (note,)), "", style=_DEFAULT)]


def _event(kind: str, cue: Cue, name: str, *, style: str = "") -> str:
    start, end = cue.start_ms // 10, cue.end_ms // 10
    text = r"\N".join(map(_plain, cue.lines))
    return f"{kind}: 0,{_time(start)},{_time(max(end, start + 1))},{style or name},{name},0,0,0,,{text}\n"


def _time(hundredths: int) -> str:
    seconds, part = divmod(hundredths, 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{part:02}"


def _plain(text: str) -> str:
    """The text without what would be an instruction. ASS has no way to escape: braces become wide ones, and something
    invisible stands behind each backslash."""
    return (
        text.replace("{", "\N{FULLWIDTH LEFT CURLY BRACKET}")
        .replace("}", "\N{FULLWIDTH RIGHT CURLY BRACKET}")
        .replace("\\", f"\\{_WORD_JOINER}")
    )
