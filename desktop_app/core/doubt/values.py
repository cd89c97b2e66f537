"""What is doubtful, how much, and why."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.transcript.values import Span


class Reason(StrEnum):
    """Why a passage is doubted."""

    CONFIDENCE = "the engine itself is unsure of the words"
    HEARD_OTHERWISE = "another engine hears other words"
    MARGIN = "another voice is about as near"
    UNTOLD_VOICE = "too little was heard to tell whose voice it is"
    OVERLAP = "somebody else speaks at the same time"
    ISLAND = "a very short turn inside what one other speaker says"
    QUICK_CHANGE = "the speaker changes without a pause"
    TURN_EDGE = "the turn begins or ends here"
    FEW_WORDS = "there are few words around it"
    PACE = "the words are spoken implausibly fast or slowly"
    NAME = "a name, as far as capitals tell"
    REPEATED = "the same word twice in a row"


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
