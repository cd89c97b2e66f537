"""How subtitles say in their text who speaks, where people read it there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue, cues, unlabelled
from desktop_app.core.store.setting_field import About
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

_DASH = "- "


class SpeakerLabel(StrEnum):
    """What stands before the words of a cue. DASH: only where another speaker begins."""

    COLON = "colon"
    BRACKETS = "brackets"
    DASH = "dash"
    NONE = "none"


ABOUT_LABEL = About(
    tr("Before the words"),
    choices={
        SpeakerLabel.COLON: tr("Name:", "before what somebody says"),
        SpeakerLabel.BRACKETS: tr("[Name]", "before what somebody says"),
        SpeakerLabel.DASH: tr("A dash where the speaker changes"),
        SpeakerLabel.NONE: tr("Nothing", "before what somebody says"),
    },
)

_LABELS: dict[SpeakerLabel, Callable[[str], str]] = {
    SpeakerLabel.COLON: lambda name: f"{name}: ",
    SpeakerLabel.BRACKETS: lambda name: f"[{name}] ",
    SpeakerLabel.DASH: lambda _name: _DASH,
    SpeakerLabel.NONE: unlabelled,
}


def labelled_cues(transcript: Transcript, limits: CueLimits, label: SpeakerLabel) -> tuple[Cue, ...]:
    """The cues, with who speaks in their text, if anything says it there."""
    found = cues(transcript, limits, _LABELS[label])
    return tuple(_dashed_at_changes(found)) if label is SpeakerLabel.DASH else found


def _dashed_at_changes(dashed: Iterable[Cue]) -> Iterator[Cue]:
    last: str | None = None
    for cue in dashed:
        first, *others = cue.lines
        yield cue if cue.name != last else replace(cue, lines=(first.removeprefix(_DASH), *others))
        last = cue.name
