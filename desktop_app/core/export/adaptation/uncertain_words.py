"""Words that a person was uncertain of, in brackets with a question mark."""

from desktop_app.core.export.adaptation.word_runs import marked
from desktop_app.core.transcript.values import Mark, Transcript, Word


def with_uncertain_words(transcript: Transcript) -> Transcript:
    """'(harbour?)', and '(at the harbour?)' of several that follow on."""
    return marked(transcript, _is_uncertain, "(", "?)")


def _is_uncertain(word: Word) -> bool:
    return Mark.UNCERTAIN in word.marks
