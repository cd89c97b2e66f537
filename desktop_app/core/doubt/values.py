"""What is doubtful, how much, and why."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.transcript.values import Span
from desktop_app.translation import tr


class Reason(StrEnum):
    """Why a passage is doubted."""

    CONFIDENCE = "confidence"
    HEARD_OTHERWISE = "heard otherwise"
    MARGIN = "margin"
    UNTOLD_VOICE = "untold voice"
    OVERLAP = "overlap"
    ISLAND = "island"
    QUICK_CHANGE = "quick change"
    TURN_EDGE = "turn edge"
    FEW_WORDS = "few words"
    PACE = "pace"
    NAME = "name"
    REPEATED = "repeated"

    @property
    def in_words(self) -> str:
        """A clause for people."""
        return {
            Reason.CONFIDENCE: tr("the engine itself is unsure of the words"),
            Reason.HEARD_OTHERWISE: tr("another engine hears other words"),
            Reason.MARGIN: tr("another voice is about as near"),
            Reason.UNTOLD_VOICE: tr("too little was heard to tell whose voice it is"),
            Reason.OVERLAP: tr("somebody else speaks at the same time"),
            Reason.ISLAND: tr("a very short turn inside what one other speaker says"),
            Reason.QUICK_CHANGE: tr("the speaker changes without a pause"),
            Reason.TURN_EDGE: tr("the turn begins or ends here"),
            Reason.FEW_WORDS: tr("there are few words around it"),
            Reason.PACE: tr("the words are spoken implausibly fast or slowly"),
            Reason.NAME: tr("a name, as far as capitals tell"),
            Reason.REPEATED: tr("the same word twice in a row"),
        }[self]


@dataclass(frozen=True, slots=True)
class ReasonShare:
    """A reason, and its share of the doubt, over 0 to 1; those of a passage add up to 1."""

    reason: Reason
    share: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one turn that may hold an error: a wrong, a lost or an added word, or the wrong speaker.

    turn: index into the transcript's turns; first_word, end_word: half-open range of its words, not empty.
    span: from the first of them to the end of the last. score: likelihood of an error, 0 to 1.
    reasons: the weightiest first, at least one.
    """

    turn: int
    first_word: int
    end_word: int
    span: Span
    score: float
    reasons: tuple[ReasonShare, ...]
