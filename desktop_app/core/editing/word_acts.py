"""What a person does to words where they stand: marks them, says that they cannot be understood, replaces them.

Every function gives the edit for a transcript, or None where it would change nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from desktop_app.core.editing.rewriting import rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.editing.turn_edits import Act, ChangeTurns, ChangeWords, Several
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import CERTAIN, Mark, Transcript, Word


def mark(transcript: Transcript, words: WordStretch, what: Mark) -> Edit | None:
    """Words with a mark; without it where all of them have it."""
    parts = list(_parts(transcript, words))
    marked = [word for _, _, part in parts for word in part]
    takes_off = all(what in word.marks for word in marked)

    def changed(word: Word) -> Word:
        return replace(word, marks=word.marks - {what} if takes_off else word.marks | {what})

    return _together(Act.MARK, (_changed(Act.MARK, turn, first, part, changed) for turn, first, part in parts))


def confirm(transcript: Transcript, words: WordStretch) -> Edit | None:
    """Words of which a person has said that they are right: as certain as those that a person has written."""
    parts = list(_parts(transcript, words))

    def certain(word: Word) -> Word:
        return word if word.confidence == CERTAIN else replace(word, confidence=CERTAIN)

    return _together(Act.CONFIRM, (_changed(Act.CONFIRM, turn, first, part, certain) for turn, first, part in parts))


def make_inaudible(transcript: Transcript, words: WordStretch, text: str) -> Edit | None:
    """One word, such as '(inaudible)', in the place and the time of words of one turn; where there are none, between
    their neighbours. text: without spaces."""
    turn = transcript.turns[words.first]
    old = turn.words[words.first_word : words.end_word]
    if old:
        start_ms, end_ms = old[0].start_ms, max(word.end_ms for word in old)
        end_ms = max(end_ms, min(start_ms + 1, turn.end_ms))
        new = (Word(text, start_ms, end_ms, CERTAIN, marks=frozenset({Mark.INAUDIBLE})),)
        return ChangeWords(Act.MARK, words.first, words.first_word, old, new)
    texts = [word.text for word in turn.words]
    edit = rewrite(
        transcript, [words.first], [" ".join([*texts[: words.first_word], text, *texts[words.first_word :]])]
    )
    return _as_inaudible(edit, text)


def replace_texts(transcript: Transcript, texts: Mapping[int, str]) -> Edit | None:
    """Other texts in turns, by their indices. A text without words takes the turn away."""
    edits, gone = list[Edit](), list[int]()
    for turn, text in sorted(texts.items()):
        if not text.split():
            gone.append(turn)
        elif (edit := rewrite(transcript, [turn], [text])) is not None:
            edits.append(edit)
    # From the end, so that the indices of those before stay true.
    edits += [ChangeTurns(Act.REPLACE, turn, (transcript.turns[turn],), ()) for turn in reversed(gone)]
    return Several(Act.REPLACE, tuple(edits)) if edits else None


def _parts(transcript: Transcript, words: WordStretch) -> Iterator[tuple[int, int, tuple[Word, ...]]]:
    """A turn's index, the index of the first of its words in the stretch, and those words."""
    for place in range(words.first, words.last + 1):
        known = transcript.turns[place].words
        first = words.first_word if place == words.first else 0
        end = words.end_word if place == words.last else len(known)
        if known[first:end]:
            yield place, first, known[first:end]


def _changed(act: Act, turn: int, first: int, old: tuple[Word, ...], changed: Callable[[Word], Word]) -> ChangeWords:
    return ChangeWords(act, turn, first, old, tuple(map(changed, old)))


def _together(act: Act, edits: Iterator[ChangeWords]) -> Edit | None:
    found = tuple(edit for edit in edits if edit.old != edit.new)
    if len(found) < 2:
        return found[0] if found else None
    return Several(act, found)


def _as_inaudible(edit: Edit | None, text: str) -> Edit | None:
    """The same edit, with the mark on the words that it brings."""

    def marked(word: Word) -> Word:
        return replace(word, marks=word.marks | {Mark.INAUDIBLE}) if word.text == text else word

    match edit:
        case ChangeWords():
            return replace(edit, act=Act.MARK, new=tuple(map(marked, edit.new)))
        case ChangeTurns():
            turns = (replace(turn, words=tuple(map(marked, turn.words))) for turn in edit.new)
            return replace(edit, act=Act.MARK, new=tuple(turns))
    return edit
