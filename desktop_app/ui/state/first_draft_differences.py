"""What differs between a document and what the machine wrote last, found once for each value of it."""

from dataclasses import replace

from desktop_app.core.editing.differences import Differences, differences
from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.transcript.values import Speaker, Transcript
from desktop_app.ui.state.document import Document


class FirstDraftDifferences:
    """Keeps the newest answer: every painting asks again."""

    def __init__(self) -> None:
        self._machine: tuple[Transcript, object, tuple[Speaker, ...], Transcript] | None = None
        self._found: tuple[Transcript, Transcript, Differences] | None = None

    def machine(self, document: Document) -> Transcript:
        """What the machine made last, also of the speakers where others were asked for; under the names of now."""
        newest = _newest(document)
        kept = self._machine
        if kept is None or (kept[0], kept[1], kept[2]) != (document.original, newest, document.speakers):
            kept = self._machine = (document.original, newest, document.speakers, _machine(document, newest))
        return kept[3]

    def of(self, document: Document) -> Differences:
        """What differs now."""
        machine, now = self.machine(document), document.transcript
        if self._found is None or self._found[0] is not machine or self._found[1] is not now:
            self._found = machine, now, differences(machine, now)
        return self._found[2]


def _newest(document: Document) -> Regroup | None:
    for edit in reversed(document.history.done):
        if isinstance(edit, Regroup):
            return edit
        if isinstance(edit, FullPass):
            break
    return None


def _machine(document: Document, newest: Regroup | None) -> Transcript:
    made = document.original
    speakers, turns = (made.speakers, made.turns) if newest is None else (newest.new_speakers, newest.new_turns)
    names = {speaker.id: speaker for speaker in document.speakers}
    return replace(made, speakers=tuple(names.get(each.id, each) for each in speakers), turns=turns)
