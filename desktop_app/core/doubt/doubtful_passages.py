"""The passages of a transcript that are worth a look, the likeliest error first."""

from collections.abc import Iterable, Sequence

from desktop_app.core.doubt.candidates import Candidate, candidates
from desktop_app.core.doubt.cutting import CERTAIN
from desktop_app.core.doubt.values import Passage
from desktop_app.core.doubt.weights import WEIGHTS
from desktop_app.core.transcript.values import Span, Transcript, Word

LEAST_SCORE = 0.5
"""A passage that is likelier right than wrong is left out."""


def doubtful_passages(
    transcript: Transcript, *, settled: Sequence[Span] = (), heard_otherwise: Sequence[Word] | None = None
) -> tuple[Passage, ...]:
    """Disjoint passages of at most 6 words, at most one for each sentence, by falling score; equal ones by time.

    settled: times in which a person has said that all is right, a passage's span for one; words whose middle lies there
    are in no passage (what else is doubtful in their sentence may be, then), nor are those of confidence 1.0, which a
    person typed. heard_otherwise: all words that another engine heard in the recording, None if there is none. A pure
    function; its time grows with the words.
    """
    found = candidates(transcript, settled=settled, heard_otherwise=heard_otherwise)
    confidence = tells_confidence(transcript)
    scored = ((WEIGHTS.score(each.strengths, confidence=confidence), each) for each in found)
    return tuple(
        Passage(
            each.stretch.turn,
            each.stretch.first,
            each.stretch.end,
            each.span,
            score,
            WEIGHTS.shares(each.strengths),
        )
        for score, each in ranked(scored)
    )


def tells_confidence(transcript: Transcript) -> bool:
    """Whether the engine told how sure it is of its words; that a person typed some is no sign of it."""
    return any(word.confidence not in {None, CERTAIN} for turn in transcript.turns for word in turn.words)


def ranked(scored: Iterable[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The best candidate of each sentence, by falling score, without those under LEAST_SCORE."""
    best: dict[tuple[int, int], tuple[float, Candidate]] = {}
    for score, each in scored:
        sentence = each.stretch.turn, each.stretch.sentence[0]
        if score >= LEAST_SCORE and (sentence not in best or score > best[sentence][0]):
            best[sentence] = score, each
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].span, pair[1].stretch.turn))
