"""Which words of a transcript are wrong, one by one, and which stand under the wrong speaker."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from desktop_app.core.evaluation.best_match import best_match
from desktop_app.core.evaluation.values import SpokenSpan, Truth
from desktop_app.core.evaluation.word_errors import align_words, in_order
from desktop_app.core.transcript.values import Span, Transcript, Word

COLLAR_MS = 250
"""So far from a border of the reference a word counts as either speaker's."""


@dataclass(frozen=True, slots=True)
class JudgedWord:
    """A word of a transcript against its truth. turn, word: where it stands, indices into the turns and their words.

    wrong: of the alignment with the fewest errors, it is another word or nobody's. beside_lost: words of the truth are
    missing right before or after it. wrong_speaker: who has it is not heard around its time, and somebody else is.
    """

    turn: int
    word: int
    wrong: bool = False
    beside_lost: bool = False
    wrong_speaker: bool = False

    @property
    def is_error(self) -> bool:
        """Whether a reader would have to change anything here."""
        return self.wrong or self.beside_lost or self.wrong_speaker


def judge_words(transcript: Transcript, truth: Truth) -> tuple[JudgedWord, ...]:
    """Every word, in order of turns. Without reference words only the speakers are judged.

    Words are aligned in order of time, whoever speaks them; speakers are matched one to one by the time they share.
    """
    places = [
        (word.start_ms, JudgedWord(number, at), word)
        for number, turn in enumerate(transcript.turns)
        for at, word in enumerate(turn.words)
    ]
    places.sort(key=lambda place: place[0])
    judged = [place for _, place, _ in places]
    if truth.texts is not None:
        judged = _judged_text([word for *_, word in places], judged, in_order(truth.texts))
    true_speakers = TrueSpeakers(transcript, truth.spans)
    judged = [
        replace(each, wrong_speaker=true_speakers.agree(transcript.turns[each.turn].speaker, _time(word)) is False)
        for each, (*_, word) in zip(judged, places, strict=True)
    ]
    return tuple(sorted(judged, key=lambda each: (each.turn, each.word)))


def _judged_text(words: Sequence[Word], judged: Sequence[JudgedWord], reference: str) -> list[JudgedWord]:
    wrong, lost_at = align_words(reference, [word.text for word in words])
    return [
        replace(each, wrong=at in wrong, beside_lost=at in lost_at or at + 1 in lost_at)
        for at, each in enumerate(judged)
    ]


def _time(word: Word) -> Span:
    return Span(word.start_ms, max(word.start_ms, word.end_ms))


class TrueSpeakers:
    """Who is heard when, by the names that a transcript gives them."""

    def __init__(self, transcript: Transcript, spans: Sequence[SpokenSpan]) -> None:
        """spans: of the truth; its speakers are matched one to one with the transcript's, by the time they share."""
        self._spans = sorted(spans, key=attrgetter("start_ms"))
        self._longest_ms = max((span.end_ms - span.start_ms for span in spans), default=0)
        self._names = _matched_speakers(transcript, spans)

    def agree(self, speaker: str, time: Span) -> bool | None:
        """Whether this speaker is heard within COLLAR_MS of that time; None where nobody is."""
        at = bisect_left(self._spans, time.start_ms - COLLAR_MS - self._longest_ms, key=attrgetter("start_ms"))
        names = set()
        while at < len(self._spans) and self._spans[at].start_ms - COLLAR_MS < time.end_ms:
            if time.start_ms < self._spans[at].end_ms + COLLAR_MS:
                names.add(self._names.get(self._spans[at].speaker))
            at += 1
        return speaker in names if names else None


def _matched_speakers(transcript: Transcript, spans: Sequence[SpokenSpan]) -> Mapping[str, str]:
    """The found speaker of each true one, by the longest time together; those without a match are left out."""
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for turn in transcript.turns:
        for heard in turn.speech:
            for span in spans:
                shared_ms = min(span.end_ms, heard.end_ms) - max(span.start_ms, heard.start_ms)
                if shared_ms > 0:
                    together[span.speaker][turn.speaker] += shared_ms
    true, found = list(together), [speaker.id for speaker in transcript.speakers]
    costs = [[-together[name][each] for each in found] for name in true]
    return {true[row]: found[column] for row, column in best_match(costs) if costs[row][column]}
