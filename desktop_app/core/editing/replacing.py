"""What was found, replaced: in words and in names, as one edit; and all words that are the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple
from unicodedata import category, normalize

from desktop_app.core.editing.finding import Found
from desktop_app.core.editing.turn_edits import Act, Several
from desktop_app.core.editing.word_acts import replace_texts
from desktop_app.core.transcript.edits import Edit, RenameSpeaker
from desktop_app.core.transcript.values import Transcript


class WordPlace(NamedTuple):
    """A word by its turn's index and its own."""

    turn: int
    word: int


def replaced(text: str, found: Sequence[Found]) -> str:
    """The text with something else in the place of each stretch; they are in order, and none over another."""
    parts, at = list[str](), 0
    for each in found:
        parts += [text[at : each.start], each.new]
        at = each.end
    return "".join([*parts, text[at:]])


def replace_everywhere(transcript: Transcript, texts: Mapping[int, str], names: Mapping[str, str]) -> Edit | None:
    """Other texts in turns, by their indices, and other names of speakers, by their ids, as one edit.

    A text without words takes its turn away; a blank name is passed over. None where nothing would change.
    """
    renames = tuple(_renames(transcript, names))
    edit = replace_texts(transcript, texts)
    if not renames:
        return edit
    return Several(Act.REPLACE, (*renames, *(edit.edits if isinstance(edit, Several) else ())))


def equal_words(transcript: Transcript, word: str) -> list[WordPlace]:
    """Where the same word stands, whatever its case and the punctuation around it; nowhere where it has no letters."""
    wanted = _key(word)
    return [
        WordPlace(place, number)
        for place, turn in enumerate(transcript.turns)
        for number, each in enumerate(turn.words)
        if wanted and _key(each.text) == wanted
    ]


def bare(word: str) -> str:
    """The word without the punctuation around it; '' where it has neither letters nor figures."""
    low, high = _core(word)
    return word[low:high]


def replace_words(transcript: Transcript, places: Sequence[WordPlace], new: str) -> Edit | None:
    """Other text in the place of words, whose punctuation stays; with the words where there is no new text."""
    by_turn = defaultdict[int, set[int]](set)
    for place in places:
        by_turn[place.turn].add(place.word)
    texts = {}
    for turn, words in by_turn.items():
        old = [word.text for word in transcript.turns[turn].words]
        texts[turn] = " ".join(_with(text, new) if at in words else text for at, text in enumerate(old))
    return replace_texts(transcript, texts)


def _renames(transcript: Transcript, names: Mapping[str, str]) -> Iterator[RenameSpeaker]:
    for speaker in transcript.speakers:
        name = " ".join(names.get(speaker.id, "").split())
        if name and name != speaker.name:
            yield RenameSpeaker(speaker.id, speaker.name, name)


def _with(word: str, new: str) -> str:
    low, high = _core(word)
    return word[:low] + new.strip() + word[high:] if new.strip() else ""


def _core(word: str) -> tuple[int, int]:
    """Where in a word its first letter or figure begins, and its last one ends, with the marks on it."""
    letters = [at for at, letter in enumerate(word) if letter.isalnum()]
    if not letters:
        return 0, 0
    marks = takewhile(lambda letter: category(letter).startswith("M"), word[letters[-1] + 1 :])
    return letters[0], letters[-1] + 1 + len(list(marks))


def _key(word: str) -> str:
    return normalize("NFC", normalize("NFC", bare(word)).casefold())
