"""Names and jargon that somebody wants to be preferred."""

from collections.abc import Iterable


def phrases(vocabulary: Iterable[str]) -> tuple[str, ...]:
    """The vocabulary without blanks, each phrase once."""
    return tuple(dict.fromkeys(phrase for each in vocabulary if (phrase := " ".join(each.split()))))
