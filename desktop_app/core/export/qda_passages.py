"""A transcript as programs for qualitative data analysis (QDA) take it in: passages, each with a speaker and a time.

Those programs find times and speakers by how they are written, and have no way to say that something is none of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import one_line, speaker_names, unlike
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.joined_text import joined
from desktop_app.core.transcript.values import Transcript, Turn, Word
from desktop_app.translation import tr

_SENTENCE_END = re.compile("[.!?…。！？؟।][\"'”’»›)\\]}」』]*$")
_WORD_JOINER = "\u2060"
_LIKE_A_TIME = re.compile(r"(?<=[\[{#])(?=\d)|(?<=\d:)(?=\d+:\d)|(?<=#)$")
_LIKE_A_MARK = re.compile(r"^(?=[#@\[{])")
_LIKE_A_COLON = "\N{MODIFIER LETTER COLON}"
_LONGEST_NAME = 63
"""MAXQDA and QualCoder take no longer one for a name."""


@dataclass(frozen=True, slots=True)
class QdaOptions:
    """longest_s: where a turn is longer, it has further passages; 0 for one passage a turn."""

    longest_s: int = setting(
        0,
        About(
            tr("A time mark at least every (s)"),
            tr("In long turns too, where a sentence ends. 0: one for each turn."),
            bounds=range(3601),
        ),
    )


@dataclass(frozen=True, slots=True)
class QdaPassage:
    """What somebody says in one go, on one line, never blank. speaker: the id. begins: the turn does, too."""

    start_ms: int
    end_ms: int
    speaker: str
    name: str
    text: str
    begins: bool


def qda_passages(transcript: Transcript, options: QdaOptions) -> list[QdaPassage]:
    """The spoken turns, by start, cut where they are longer than the options allow."""
    names = speaker_names(transcript.speakers)
    turns = sorted(transcript.spoken_turns(), key=lambda turn: turn.start_ms)
    return [each for turn in turns for each in _passages(turn, names[turn.speaker], 1000 * options.longest_s)]


def unmistakable_passages(transcript: Transcript, options: QdaOptions) -> list[QdaPassage]:
    """The same for programs that look for times and names in the text: nothing in it is taken for a time, nothing in a
    name ends it; names are at most 63 characters, and no two speakers share one."""
    names = labels(transcript)
    return [
        replace(each, name=names[each.speaker], text=no_time(each.text)) for each in qda_passages(transcript, options)
    ]


def labels(transcript: Transcript) -> dict[str, str]:
    """The speakers' names by id, as they can stand before a colon."""
    found: dict[str, str] = {}
    for speaker_id, name in speaker_names(transcript.speakers).items():
        label = _LIKE_A_MARK.sub(_WORD_JOINER, no_time(name.replace(":", _LIKE_A_COLON)))
        if len(label) > _LONGEST_NAME:
            label = f"{label[: _LONGEST_NAME - 7]}…"  # a number must have room yet
        found[speaker_id] = unlike(found.values(), label, "{name} ({number})")
    return found


def no_time(text: str) -> str:
    """The text with something invisible in what looks like a time mark or a part of one: '[0:01]', '#00:00:01-0#',
    '00:00:01'. The times of day that people speak of ('10:30') stay as they are."""
    return _LIKE_A_TIME.sub(_WORD_JOINER, text)


def closing_remark(transcript: Transcript) -> str | None:
    """That the transcript is incomplete, as a passage of nobody; None where it is not."""
    note = incompleteness(transcript)
    return None if note is None else no_time(f"({note.replace(': ', f'{_LIKE_A_COLON} ')})")


def _passages(turn: Turn, name: str, longest_ms: int) -> Iterator[QdaPassage]:
    parts = [words for words in _parts(turn.words, longest_ms) if one_line(joined(word.text for word in words))]
    for at, words in enumerate(parts):
        is_first, is_last = at == 0, at == len(parts) - 1
        start_ms = turn.start_ms if is_first else words[0].start_ms
        end_ms = max([word.end_ms for word in words] + ([turn.end_ms] if is_last else [start_ms]))
        text = one_line(joined(word.text for word in words))
        yield QdaPassage(start_ms, end_ms, turn.speaker, name, text, is_first)


def _parts(words: Sequence[Word], longest_ms: int) -> Iterator[Sequence[Word]]:
    """The words, cut at the first end of a sentence after so long; where there is none, after twice as long."""
    start = 0
    for at in range(1, len(words) if longest_ms else 0):
        lasted_ms = words[at].start_ms - words[start].start_ms
        is_end = _SENTENCE_END.search(words[at - 1].text) is not None
        if lasted_ms >= longest_ms * (1 if is_end else 2):
            yield words[start:at]
            start = at
    yield words[start:]
