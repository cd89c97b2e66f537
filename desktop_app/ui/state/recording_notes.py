"""What is noted of a recording beside its transcript: by its readers, and for the queue. It is kept in its project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.state.meeting import others_in, with_others
from desktop_app.ui.state.queue_choice import QueueChoice, choice_in, noted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from desktop_app.core.project.values import Json

_DONE_TO = "done to ms"
_WORDS_LEFT = "words are left as they are"
_SPEAKERS_LEFT = "speakers are left as they are"
_SPEAKERS_GIVEN = "speakers are those of a file"


class RecordingNotes:
    """Tells of each change. What another version noted stays.

    all: as the project has it.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self.all: Mapping[str, Json] = {}
        self._tell = tell

    @property
    def done_to_ms(self) -> int | None:
        """Up to where it has been corrected, as a person has noted; None where nothing was."""
        time_ms = self.all.get(_DONE_TO)
        return time_ms if isinstance(time_ms, int) else None

    def note_done_to(self, time_ms: int | None) -> None:
        """Corrected up to here; None: take the note away."""
        others = {key: value for key, value in self.all.items() if key != _DONE_TO}
        self._become(others if time_ms is None else {**others, _DONE_TO: time_ms})

    @property
    def words_left(self) -> bool:
        """Whether nobody wants to be told that something could write down its words better."""
        return self.all.get(_WORDS_LEFT) is True

    def leave_words(self) -> None:
        """Tell of that no more."""
        self._become({**self.all, _WORDS_LEFT: True})

    @property
    def speakers_left(self) -> bool:
        """Whether nobody wants to be told that its speakers could be found."""
        return self.all.get(_SPEAKERS_LEFT) is True

    def leave_speakers(self) -> None:
        """Tell of that no more."""
        self._become({**self.all, _SPEAKERS_LEFT: True})

    @property
    def speakers_given(self) -> bool:
        """Whether its words were written down here for the speakers that a file had."""
        return self.all.get(_SPEAKERS_GIVEN) is True

    def keep_speakers(self) -> None:
        """Its speakers stay, whenever its words are written down."""
        self._become({**self.all, _SPEAKERS_GIVEN: True})

    @property
    def together(self) -> tuple[Path, ...]:
        """The recordings of the others at the same meeting."""
        return others_in(self.all)

    def put_together(self, others: Sequence[Path]) -> None:
        """These are the recordings of the others."""
        self._become(with_others(self.all, others))

    @property
    def queue_choice(self) -> QueueChoice:
        """What it is queued with."""
        return choice_in(self.all)

    def note_queue_choice(self, choice: QueueChoice | None) -> None:
        """It is queued with this; None: its job is over."""
        self._become(noted(self.all, choice))

    def _become(self, notes: Mapping[str, Json]) -> None:
        if notes != self.all:
            self.all = notes
            self._tell()
