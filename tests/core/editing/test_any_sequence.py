"""Whatever is done in whatever order: nothing breaks, all of it can be taken back, and all of it can be kept."""

from collections import Counter
from itertools import chain

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from transcripts import TEXTS, require_sound, transcripts

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.pasting import paste, paste_new
from desktop_app.core.editing.rewriting import inserted, rewrite, single_words
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.export.json_fields import Field
from desktop_app.core.project.steps import kind_of, unpack_step
from desktop_app.core.transcript.edits import Edit, History, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.values import Mark, Transcript, Word


class Surroundings:
    """What a step that stands alone is read with: nothing."""

    machine = None


def _words_beside(transcript: Transcript, turn: int) -> Counter[Word]:
    """How often each word is in the other turns."""
    return Counter(word for place, each in enumerate(transcript.turns) if place != turn for word in each.words)


class Person(RuleBasedStateMachine):
    """Edits a transcript without a plan."""

    @initialize(made=transcripts(least=1))
    def open(self, made: Transcript) -> None:
        self.first, self.transcript, self.history = made, made, History()

    @property
    def spoken(self) -> list[int]:
        return [place for place, turn in enumerate(self.transcript.turns) if turn.words]

    def do(self, edit: Edit | None) -> None:
        if edit is None:
            return
        before = self.transcript
        self.history, self.transcript = self.history.do(edit, before)
        assert edit.revert(self.transcript) == before
        kind = kind_of(edit)
        if kind.stands_alone:
            document = kind.pack(edit, None)  # type: ignore[arg-type]
            assert unpack_step(kind.name, document, Surroundings()) == edit  # type: ignore[arg-type]
            assert Field(document).value

    def a_turn(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self.spoken))

    def a_speaker(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.transcript.speakers)).id

    def a_stretch(self, data: st.DataObject) -> WordStretch:
        first, last = sorted((self.a_turn(data), self.a_turn(data)))
        low = data.draw(st.integers(0, len(self.transcript.turns[first].words)))
        high = data.draw(st.integers(low if first == last else 0, len(self.transcript.turns[last].words)))
        return WordStretch(first, low, last, high)

    @precondition(lambda self: self.spoken)
    @rule(data=st.data())
    def rewrite_some(self, data: st.DataObject) -> None:
        low, high = sorted(
            (data.draw(st.integers(0, len(self.spoken) - 1)), data.draw(st.integers(0, len(self.spoken) - 1)))
        )
        places = self.spoken[low : high + 1]
        words = [word.text for place in places for word in self.transcript.turns[place].words]
        typed = data.draw(st.lists(TEXTS, min_size=1, max_size=3))
        at = data.draw(st.integers(0, len(words)))
        texts = [*words[:at], *typed, *words[data.draw(st.integers(at, len(words))) :]]
        cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(texts) - 1)), max_size=2)))
        borders = [0, *[each for each in cuts if each < len(texts)], len(texts)]
        self.do(
            rewrite(self.transcript, places, [" ".join(texts[a:b]) for a, b in zip(borders, borders[1:], strict=False)])
        )

    @rule(data=st.data(), text=TEXTS)
    def insert(self, data: st.DataObject, text: str) -> None:
        after = (
            data.draw(st.one_of(st.none(), st.sampled_from(range(len(self.transcript.turns)))))
            if self.transcript.turns
            else None
        )
        self.do(inserted(self.transcript, [text], speaker=self.a_speaker(data), after=after))

    @precondition(lambda self: self.spoken)
    @rule(data=st.data())
    def paste_some(self, data: st.DataObject) -> None:
        """Words of any place, perhaps deleted meanwhile, put into a turn or made one; over other words or between."""
        known = list(chain.from_iterable(single_words(turn) for turn in (*self.first.turns, *self.transcript.turns)))
        at = data.draw(st.integers(0, len(known) - 1))
        came = known[at : at + data.draw(st.integers(1, 4))]
        if data.draw(st.booleans()):
            after, pasted = self.a_turn(data), dict(enumerate(came))
            text = " ".join(word.text for word in came)
            self.do(paste_new(self.transcript, [text], pasted, speaker=self.a_speaker(data), after=after))
            return
        turn = self.a_turn(data)
        others = _words_beside(self.transcript, turn)
        texts = self.transcript.turns[turn].text.split()
        low, high = sorted((data.draw(st.integers(0, len(texts))), data.draw(st.integers(0, len(texts)))))
        words = [*texts[:low], *(word.text for word in came), *texts[high:]]
        cut = data.draw(st.integers(0, len(words) - 1))
        lines = [" ".join(part) for part in (words[:cut], words[cut:]) if part]
        self.do(paste(self.transcript, [turn], lines, dict(enumerate(came, low))))
        assert not others - Counter(word for turn in self.transcript.turns for word in turn.words)

    @precondition(lambda self: self.spoken)
    @rule(data=st.data(), gives=st.booleans())
    def split(self, data: st.DataObject, gives: bool) -> None:
        turn, speaker = self.a_turn(data), self.a_speaker(data) if gives else None
        self.do(turn_acts.split(self.transcript, turn, data.draw(st.integers(0, 6)), speaker=speaker))

    @precondition(lambda self: len(self.spoken) > 1)
    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.spoken) - 2))
        self.do(turn_acts.join_turns(self.transcript, self.spoken[place : place + 2]))

    @precondition(lambda self: len(self.spoken) > 1)
    @rule(data=st.data())
    def move_border(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.spoken) - 2))
        self.do(turn_acts.set_border(self.transcript, *self.spoken[place : place + 2], data.draw(st.integers(0, 9))))

    @precondition(lambda self: self.spoken)
    @rule(data=st.data())
    def give(self, data: st.DataObject) -> None:
        stretch = self.a_stretch(data)
        untouched = [word for turn in self.transcript.turns for word in turn.words]
        self.do(turn_acts.give(self.transcript, stretch, self.a_speaker(data)))
        assert sorted(map(repr, untouched)) == sorted(
            repr(word) for turn in self.transcript.turns for word in turn.words
        )

    @precondition(lambda self: self.spoken)
    @rule(data=st.data())
    def give_from_here(self, data: st.DataObject) -> None:
        self.do(turn_acts.give_from_here(self.transcript, self.a_turn(data), self.a_speaker(data)))

    @precondition(lambda self: self.spoken)
    @rule(data=st.data())
    def give_to_new(self, data: st.DataObject) -> None:
        self.do(turn_acts.give_to_new_speaker(self.transcript, self.a_stretch(data)))

    @precondition(lambda self: self.spoken)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.do(turn_acts.delete(self.transcript, [self.a_turn(data)]))

    @precondition(lambda self: self.spoken)
    @rule(data=st.data(), what=st.sampled_from(Mark))
    def mark(self, data: st.DataObject, what: Mark) -> None:
        self.do(word_acts.mark(self.transcript, self.a_stretch(data), what))

    @precondition(lambda self: self.spoken)
    @rule(data=st.data())
    def make_inaudible(self, data: st.DataObject) -> None:
        turn = self.a_turn(data)
        low, high = sorted(
            data.draw(st.lists(st.integers(0, len(self.transcript.turns[turn].words)), min_size=2, max_size=2))
        )
        self.do(word_acts.make_inaudible(self.transcript, WordStretch(turn, low, turn, high), "(inaudible)"))

    @rule(text=TEXTS, instead=st.sampled_from(["", "instead", "of it"]))
    def replace_all(self, text: str, instead: str) -> None:
        texts = {
            place: " ".join(instead if word.text == text else word.text for word in self.transcript.turns[place].words)
            for place in self.spoken
        }
        self.do(word_acts.replace_texts(self.transcript, texts))

    @precondition(lambda self: len(self.transcript.speakers) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        kept, gone = data.draw(st.permutations([each.id for each in self.transcript.speakers]))[:2]
        self.do(MergeSpeakers.of(self.transcript, kept=kept, gone=gone))

    @rule(name=st.sampled_from(["Anna", "Ben"]))
    def rename(self, name: str) -> None:
        first = self.transcript.speakers[0]
        self.do(RenameSpeaker(first.id, first.name, name))

    @rule()
    def undo(self) -> None:
        self.history, self.transcript = self.history.undo(self.transcript)

    @rule()
    def redo(self) -> None:
        self.history, self.transcript = self.history.redo(self.transcript)

    @invariant()
    def is_sound(self) -> None:
        if hasattr(self, "transcript"):
            require_sound(self.transcript)

    def teardown(self) -> None:
        if not hasattr(self, "history"):
            return
        last, history, transcript = self.transcript, self.history, self.transcript
        count = len(history.done)
        while history.done:
            history, transcript = history.undo(transcript)
        assert transcript == self.first
        for _ in range(count):
            history, transcript = history.redo(transcript)
        assert transcript == last


TestAnySequence = Person.TestCase
TestAnySequence.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
