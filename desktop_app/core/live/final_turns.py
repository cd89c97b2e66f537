"""The turns that are final, and whose they are by the newest timeline."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.live.events import Final, Revision
from desktop_app.core.live.utterance_speaker import speaker_of

RECENT = 20
"""So many of the newest turns are looked at again after every step."""
ALL_EVERY_MS = 5000
"""All others as often as this, or when somebody new was found."""


class FinalTurns:
    """Numbers turns and keeps them; it finds out who of them turned out to be somebody else's."""

    def __init__(self) -> None:
        self.turns: list[Final] = []
        """Those with words, in the order in which they became final."""
        self._numbers = 0
        self._looked_ms = 0
        self._speakers = 0

    def next_number(self) -> int:
        """The number of a turn that begins."""
        self._numbers += 1
        return self._numbers

    def add(self, final: Final) -> None:
        """Keep a turn that is final."""
        if final.words:
            self.turns.append(final)

    def revisions(self, timeline: LiveTimeline, at_ms: int, *, everything: bool = False) -> Iterator[Revision]:
        """What a new timeline changes. everything: look at all turns now."""
        everything = everything or len(timeline.speakers) != self._speakers
        if everything or timeline.heard_ms - self._looked_ms >= ALL_EVERY_MS:
            self._looked_ms, self._speakers = timeline.heard_ms, len(timeline.speakers)
            first = 0
        else:
            first = max(0, len(self.turns) - RECENT)
        for at in range(first, len(self.turns)):
            turn = self.turns[at]
            speaker = speaker_of(timeline, turn.start_ms, turn.end_ms)
            if speaker != turn.speaker and speaker is not None:
                self.turns[at] = replace(turn, speaker=speaker)
                yield Revision(at_ms, turn.turn, speaker)
