"""What differs between a document and what the machine wrote last, found once for each value of it."""

from dataclasses import replace

from desktop_app.core.editing.differences import Differences, differences
from desktop_app.core.pipeline.edits import machine_made
from desktop_app.core.transcript.values import Speaker, Transcript
from desktop_app.ui.state.document import Document


class FirstDraftDifferences:
    """Keeps the newest answer: every painting asks again."""

    def __init__(self) -> None:
        self._machine: tuple[Transcript, tuple[Speaker, ...], Transcript] | None = None
        self._found: tuple[Transcript, Transcript, Differences] | None = None

    def machine(self, document: Document) -> Transcript:
        """What the machine made last, under the names of now."""
        made = machine_made(document.original, document.history)
        kept = self._machine
        if kept is None or kept[0].turns is not made.turns or kept[1] != document.speakers:
            kept = self._machine = made, document.speakers, _named(made, document.speakers)
        return kept[2]

    def of(self, document: Document) -> Differences:
        """What differs now."""
        machine, now = self.machine(document), document.transcript
        if self._found is None or self._found[0] is not machine or self._found[1] is not now:
            self._found = machine, now, differences(machine, now)
        return self._found[2]


def _named(made: Transcript, speakers: tuple[Speaker, ...]) -> Transcript:
    names = {speaker.id: speaker for speaker in speakers}
    return replace(made, speakers=tuple(names.get(each.id, each) for each in made.speakers))
