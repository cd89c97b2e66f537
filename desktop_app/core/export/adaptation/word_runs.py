"""Words of a turn that follow on from each other and have something in common, marked where they begin and end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desktop_app.core.transcript.values import Transcript, Word

_CLOSING = ".,;:!?…\"'”’»)]"


def marked(transcript: Transcript, belongs: Callable[[Word], bool], before: str, after: str) -> Transcript:
    """The transcript with `before` and `after` around each run of the words that belong to one; punctuation at its end
    stays outside where the words are in brackets. Words that nobody sees do not count."""
    turns = tuple(
        replace(turn, words=tuple(_marked(turn.words, belongs, before, after)))
        if any(map(belongs, turn.words))
        else turn
        for turn in transcript.turns
    )
    return replace(transcript, turns=turns)


def _marked(words: Sequence[Word], belongs: Callable[[Word], bool], before: str, after: str) -> Iterator[Word]:
    for is_run, group in groupby(words, lambda word: bool(word.text.strip()) and belongs(word)):
        run = list(group)
        if is_run:
            run[0] = replace(run[0], text=f"{before}{run[0].text}")
            run[-1] = replace(run[-1], text=_closed(run[-1].text, after))
        yield from run


def _closed(text: str, after: str) -> str:
    said = text.rstrip(_CLOSING)
    if not after.endswith(")") or not any(letter.isalnum() for letter in said):
        return f"{text}{after}"
    return f"{said}{after}{text[len(said) :]}"
