"""Sentences that say the same of many recordings, told once."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop_app.core.archive.names import LEFT_OUT, shown_name, without_names
from desktop_app.core.worklist.done_record import Outcome

_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said, without the recording's name and without figures where these differ; names: of what it is said."""

    said: str
    names: tuple[str, ...]


def kinds(said: Iterable[tuple[Outcome, str]]) -> tuple[Kind, ...]:
    """The kinds of sentences, each said of a recording; the most frequent first."""
    sentences: defaultdict[str, dict[str, None]] = defaultdict(dict)
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for outcome, sentence in said:
        nameless = without_names(sentence, outcome)
        kind = _FIGURES.sub(LEFT_OUT, nameless)
        sentences[kind][nameless] = None
        names[kind][shown_name(outcome)] = None
    found = (Kind(_common(kind, sentences[kind]), tuple(names[kind])) for kind in names)
    return tuple(sorted(found, key=lambda each: -len(each.names)))


def _common(kind: str, sentences: Collection[str]) -> str:
    return next(iter(sentences)) if len(sentences) == 1 else kind
