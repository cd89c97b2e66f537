"""How much of a transcript is doubtful."""

from desktop_app.core.doubt.doubtful_passages import doubtful_passages
from desktop_app.core.transcript.values import Transcript


def doubtful_share(transcript: Transcript) -> float | None:
    """The share of its words that are in doubtful passages, 0 to 1; None where it has no words."""
    words = sum(len(turn.words) for turn in transcript.turns)
    if not words:
        return None
    return sum(each.end_word - each.first_word for each in doubtful_passages(transcript)) / words
