"""The names in a file, as speakers."""

import re

from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.transcript.speaker_names import numbered_name, unsure_name
from desktop_app.core.transcript.values import Speaker

_NUMBERED = re.compile(r"(?:SPEAKER|Speaker|speaker|SPK|spk|spkr)[_ ]?(\d{1,4})", re.ASCII)
"""As machines number those whom nobody named: 'SPEAKER_00', 'spk_0', 'speaker_1'."""


class ImportedSpeakers:
    """Ids for names, in the order in which they come; what nobody is named for has a speaker of its own."""

    def __init__(self, read: ReadTranscript) -> None:
        self._is_anybody_named = bool(read.speakers) or any(each.speaker for each in read.stretches)
        self._ids: dict[str | None, str] = {}
        for name in read.speakers:
            self.id_of(name)

    def id_of(self, name: str | None) -> str:
        """Of the speaker of that name; None: nobody says who."""
        return self._ids.setdefault(name or None, f"S{len(self._ids) + 1}")

    def all(self) -> tuple[Speaker, ...]:
        """With colours in their order, and the names as a person reads them: a machine's numbers begin with 1."""
        numbers = [int(found[1]) for name in self._ids if name and (found := _NUMBERED.fullmatch(name))]
        offset = 1 if 0 in numbers else 0
        return tuple(
            Speaker(speaker_id, self._shown(name, offset), place)
            for place, (name, speaker_id) in enumerate(self._ids.items())
        )

    def _shown(self, name: str | None, offset: int) -> str:
        if name is None:
            return unsure_name() if self._is_anybody_named else numbered_name(1)
        found = _NUMBERED.fullmatch(name)
        return numbered_name(int(found[1]) + offset) if found else name
