"""The transcript as the window holds it: one current value, its history, and word of what changed."""

from bisect import insort
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.core.editing.becoming import becoming
from desktop_app.core.editing.carrying import carry_corrections
from desktop_app.core.editing.turn_edits import Act, Several
from desktop_app.core.live.events import (
    CaptionEvent,
    Lag,
    LanguageDoubted,
    RecogniserChanged,
    SpeakerFound,
    VoicesHeard,
)
from desktop_app.core.pipeline.edits import FullPass, Regroup, machine_made
from desktop_app.core.pipeline.known_so_far import Known, known_so_far, named, note
from desktop_app.core.pipeline.regroup_source import regroup_source
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.edited import EditedTranscript
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.transcript.edits import Edit, History, MergeSpeakers, Reassign, RenameSpeaker
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.speaker_names import namesakes
from desktop_app.core.transcript.values import Speaker, Transcript, Turn
from desktop_app.ui.state.live_turns import UNSURE, LiveTurns


class Document(QObject):
    """One recording's transcript, while it grows and when it is finished.

    live: the captions of a recording that is being made, None where there are none. is_draft: it is what live captions
    wrote, and no job. is_frozen: nothing can be changed, as it could not be kept.
    """

    renamed = Signal(str)  # speaker id
    turns_added = Signal(object)  # tuple[Turn, ...]
    heard = Signal(object)  # LiveTurn: live captions tell of it; without text, it is withdrawn
    speaker_found = Signal(object)  # Speaker, by live captions
    turns_changed = Signal(object, object)  # tuple[Turn, ...] before and after a person's edit of some of them
    replaced = Signal()
    regrouped = Signal()  # the turns have other speakers; `replaced` comes first
    edited = Signal()  # the history is another one

    def __init__(self, transcript: Transcript, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transcript = transcript
        self._history = History()
        self.original = transcript
        self.options = JobOptions()
        self.live: LiveTurns | None = None
        self.is_draft = False
        self.is_frozen = False
        self._base = transcript
        self._aside: EditedTranscript | None = None  # while a job makes it anew
        self._known: Known | None = None
        self._gesture: int | None = None  # of this life of the program
        self._counted: tuple[Transcript | None, int] = (None, 0)

    @property
    def transcript(self) -> Transcript:
        """The current value, with every edit so far."""
        if self.live is not None and self.live.changed:
            self._transcript = replace(self._transcript, turns=self.live.turns())
        return self._transcript

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The current value's speakers."""
        return self._transcript.speakers

    @property
    def has_base(self) -> bool:
        """Whether a machine has written all that it will write: what the edits are made on."""
        return self.live is None and bool(self.original.turns)

    @property
    def history(self) -> History:
        """The edits, done and undone."""
        return self._history

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._history.done) and not self.is_frozen

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to do again."""
        return bool(self._history.undone) and not self.is_frozen

    def speaking(self) -> int:
        """How many of the speakers have words; counted once for each value."""
        if self._counted[0] is not self.transcript:
            speaking = {turn.speaker for turn in self._transcript.spoken_turns()} - {UNSURE.id}
            self._counted = self._transcript, len(speaking)
        return self._counted[1]

    def has_words(self) -> bool:
        """Whether there is anything to read."""
        return any(self.transcript.spoken_turns())

    def can_be_read(self) -> bool:
        """Whether there are words, final or not."""
        return self.has_words() or (self.live is not None and bool(self.live.latest(1)))

    def begin_live(self) -> None:
        """Take in what live captions say, from now on until the end of `end_live` or `finish`."""
        self.live, self.is_draft = LiveTurns(), True

    def hear(self, event: CaptionEvent) -> None:
        """Take in what live captions say."""
        match event:
            case SpeakerFound():
                self._add_speaker(event.speaker)
            case Lag() | VoicesHeard() | RecogniserChanged() | LanguageDoubted():
                pass
            case _ if self.live is not None and (turn := self.live.take(event)) is not None:
                if turn.speaker == UNSURE.id:
                    self._add_speaker(UNSURE)
                self.heard.emit(turn)

    def end_live(self) -> None:
        """The captions have ended; the final turns are the transcript."""
        transcript, self.live = self.transcript, None
        self.finish(transcript)

    def _add_speaker(self, speaker: Speaker) -> None:
        if all(each.id != speaker.id for each in self.speakers):
            # Not onto `transcript`, whose newest turns may be this speaker's already.
            self._transcript = replace(self._transcript, speakers=(*self.speakers, speaker))
            self.speaker_found.emit(speaker)

    def add_turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Take in finished turns, each at its place in time. Speakers known already keep their name and colour."""
        known = {speaker.id for speaker in self._transcript.speakers}
        together = list(self._transcript.turns)
        for turn in turns:
            insort(together, turn, key=_start_ms)
        self._transcript = replace(
            self._transcript,
            speakers=self._transcript.speakers + tuple(s for s in speakers if s.id not in known),
            turns=tuple(together),
        )
        self.turns_added.emit(turns)

    def open_draft(self, draft: Transcript) -> None:
        """Show what live captions wrote in another life of the program."""
        self.is_draft = True
        self.finish(draft)

    def finish(self, transcript: Transcript, options: JobOptions | None = None) -> None:
        """Put the finished transcript in the place of what there was. Names that were given are given again, and what
        was corrected of a text that was set aside is corrected in this one, as an edit.

        options: what its speakers were found with.
        """
        aside = self._aside if transcript.turns else None
        self.live = None
        self.original, self.options = transcript, options or JobOptions()
        self._base, self._known = transcript, None
        history = History()
        ids = {speaker.id for speaker in transcript.speakers}
        for edit in (*(aside.history.done if aside else ()), *self._history.done):
            if isinstance(edit, RenameSpeaker) and edit.speaker_id in ids:
                old_name = transcript.speaker(edit.speaker_id).name
                if old_name != edit.new_name:
                    history, transcript = history.do(replace(edit, old_name=old_name), transcript)
        if aside is not None:
            self._aside = None
            history, transcript = _corrected(aside, history, transcript)
        self._history, self._transcript = history, transcript
        self.replaced.emit()

    def set_aside(self) -> None:
        """Keep the text, with what a person has made of it, for the transcript that a job makes anew (see `finish`), or
        to have it again where none comes."""
        if self.has_base and self.has_words() and not self.is_draft:
            made = MachineTranscript(self._base, self.options)
            self._aside = EditedTranscript(made, self._history, self.transcript)

    def bring_back(self) -> bool:
        """Have the text again that was set aside, as it was; False where there is none, or where it is only the
        beginning of what is written by now."""
        aside, self._aside = self._aside, None
        if aside is None or self._goes_beyond(aside):
            return False
        self.restore(aside)
        return True

    def _goes_beyond(self, aside: EditedTranscript) -> bool:
        if aside.history.done or aside.original.transcript.incomplete_from_ms is None:
            return False
        return _end_ms(self.transcript) > _end_ms(aside.transcript)

    def restore(self, text: EditedTranscript) -> None:
        """Go on with what was kept of another life of the program, its edits too."""
        self.live = None
        self.is_draft, self.original, self.options = text.is_draft, text.original.transcript, text.options
        self._base, self._known = text.base.transcript, None
        self._history, self._transcript = text.history, text.transcript
        self.replaced.emit()

    def take_full_pass(self, transcript: Transcript, options: JobOptions) -> None:
        """Put a job's transcript in the place of the draft, as an edit: every name stays, and undoing it brings the
        draft back. options: what its speakers were found with."""
        edit = FullPass(self.transcript, transcript, options)
        self._do(edit)
        self._stand_on(edit)
        self._tell(edit)

    def rename(self, speaker_id: str, name: str) -> bool:
        """Give a speaker another name; False where it is blank, the one the speaker has, or where there is no such
        speaker any more."""
        name = " ".join(name.split())
        old_name = next((each.name for each in self.speakers if each.id == speaker_id), name)
        if not name or name == old_name or speaker_id == UNSURE.id or self.is_frozen:
            return False
        edit = RenameSpeaker(speaker_id, old_name, name)
        self._do(edit)
        self._tell(edit)
        return True

    @property
    def can_edit(self) -> bool:
        """Whether words and turns can be changed: nothing is to come that would know nothing of it."""
        return self.live is None and not self.is_draft and not self.is_frozen and bool(self.original.turns)

    def edit(self, edit: Edit | None, *, instead_of_last: bool = False) -> None:
        """Make an edit of words, turns or speakers; None makes none. instead_of_last: it is made on `before_last`, and
        the newest edit goes."""
        before = self.transcript
        if instead_of_last:
            self._transcript = self.before_last
            self._history = History(self._history.done[:-1])
            self._known = None
        if edit is not None:
            self._do(edit)
        self.edited.emit()
        self._tell_of_parts(before)

    def make_one(self, act: Act, first: int) -> None:
        """Let the edits from this one of the history on be one to a person."""
        done = self._history.done
        if len(done) - first > 1:
            self._history = History((*done[:first], Several(act, done[first:])))
            self._known = None
            self.edited.emit()

    @property
    def before_last(self) -> Transcript:
        """The transcript without the newest edit; IndexError where there is none."""
        return self._history.done[-1].revert(self.transcript)

    def _do(self, edit: Edit) -> None:
        self._history, self._transcript = self._history.do(edit, self.transcript)
        if self._known is not None:
            note(self._known, edit, self._transcript)

    def namesakes(self, speaker_id: str) -> tuple[Speaker, ...]:
        """The other speakers who have this one's name."""
        return namesakes(self.speakers, speaker_id)

    def known_speakers(self) -> tuple[KnownSpeaker, ...]:
        """Everybody who was a speaker in any grouping so far, by the newest name."""
        return tuple(each for each in self._known_speakers().values() if each.speaker.id != UNSURE.id)

    def _known_speakers(self) -> Known:
        if self._known is None:
            self._known = known_so_far(self._base, self._history)
        return self._known

    def regroup_source(self) -> Transcript:
        """In what other speakers are to be looked for."""
        return regroup_source(self.original, self.transcript, self._history)

    def regroup(self, found: Transcript, options: JobOptions, gesture: int) -> None:
        """Take over other speakers, found in `regroup_source` with these options; names stay as they were changed."""
        now = self._transcript
        speakers = named(found.speakers, self._known_speakers(), self.original, self._history)
        if (speakers, found.turns) == (now.speakers, now.turns):
            self.options = options
            return
        edit = Regroup(now.speakers, now.turns, speakers, found.turns, self.options, options, gesture)
        last = self._history.done[-1] if self._history.done else None
        if isinstance(last, Regroup) and gesture == self._gesture == last.gesture:
            edit = replace(edit, old_speakers=last.old_speakers, old_turns=last.old_turns, old_options=last.old_options)
            self._history = History(self._history.done[:-1])
        self._do(edit)
        self.options, self._gesture = options, gesture
        self._tell(edit)

    def merge(self, kept: str, gone: str) -> None:
        """Make two speakers one, with the id, the name and the colour of the first."""
        edit = MergeSpeakers.of(self.transcript, kept=kept, gone=gone)
        self._do(edit)
        self._tell(edit)

    def undo(self) -> None:
        """Take the newest edit back."""
        if self.can_undo:
            edit, before = self._history.done[-1], self.transcript
            self._history, self._transcript = self._history.undo(self.transcript)
            if isinstance(edit, Regroup):
                self.options = edit.old_options
            if isinstance(edit, FullPass):
                self.original, self.is_draft = edit.draft, True
            self._known = None
            self._tell(edit, before)

    def redo(self) -> None:
        """Do the newest undone edit again."""
        if self.can_redo:
            edit, before = self._history.undone[-1], self.transcript
            self._history, self._transcript = self._history.redo(self.transcript)
            if isinstance(edit, Regroup):
                self.options = edit.new_options
            if isinstance(edit, FullPass):
                self._stand_on(edit)
            self._known = None
            self._tell(edit, before)

    def _stand_on(self, edit: FullPass) -> None:
        self.original, self.options, self.is_draft = edit.result, edit.options, False

    def _tell(self, edit: Edit, before: Transcript | None = None) -> None:
        """before: the transcript as it was."""
        self.edited.emit()
        match edit:
            case RenameSpeaker():
                self.renamed.emit(edit.speaker_id)
            case Reassign() | FullPass():
                self.replaced.emit()
                self.regrouped.emit()
            case _ if before is not None:
                self._tell_of_parts(before)

    def _tell_of_parts(self, before: Transcript) -> None:
        """Turns were changed, or names with them."""
        self.turns_changed.emit(before.turns, self._transcript.turns)
        names = {each.id: each.name for each in before.speakers}
        for each in self.speakers:
            if names.get(each.id, each.name) != each.name:
                self.renamed.emit(each.id)


def _corrected(aside: EditedTranscript, history: History, transcript: Transcript) -> tuple[History, Transcript]:
    machine = machine_made(aside.original.transcript, aside.history)
    edit = becoming(Act.CARRY, transcript, carry_corrections(machine, aside.transcript, transcript))
    return (history, transcript) if edit is None else history.do(edit, transcript)


def _start_ms(turn: Turn) -> int:
    return turn.start_ms


def _end_ms(transcript: Transcript) -> int:
    return max((turn.end_ms for turn in transcript.turns), default=0)
