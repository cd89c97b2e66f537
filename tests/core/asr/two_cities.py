"""What the packaged reader says, phrase by phrase, and when: heard with the carried recogniser, cut at the pauses."""

from dataclasses import dataclass

PAUSE_S = 0.16
"""Every pause between two phrases is at least as long."""


@dataclass(frozen=True)
class Phrase:
    """What is said without a pause; the moments at which sound begins and ends, in seconds.

    instead: what an ambiguous word may be written as: the word itself, another spelling.
    """

    start_s: float
    end_s: float
    text: str
    instead: tuple[str, str] | None = None


PHRASES = (
    Phrase(1.20, 2.78, "It was the best of times,"),
    Phrase(2.98, 4.54, "it was the worst of times,"),
    Phrase(5.04, 6.14, "it was the age of wisdom,"),
    Phrase(6.68, 7.98, "it was the age of foolishness,"),
    Phrase(8.82, 10.08, "it was the epoch of belief,"),
    Phrase(10.76, 12.70, "it was the epoch of incredulity,"),
    Phrase(13.48, 14.60, "it was the season of Light,", instead=("Light", "Lyte")),
    Phrase(15.14, 16.64, "it was the season of Darkness,"),
    Phrase(17.58, 18.72, "it was the spring of hope,"),
    Phrase(18.98, 20.44, "it was the winter of despair,"),
    Phrase(21.26, 22.56, "we had everything before us,"),
    Phrase(22.74, 23.96, "we had nothing before us,"),
    Phrase(24.66, 25.96, "we were all going direct to Heaven,"),
    Phrase(26.58, 27.52, "we were all going direct"),
    Phrase(27.68, 28.20, "the other way."),
    Phrase(29.12, 29.58, "In short,"),
    Phrase(29.94, 32.20, "the period was so far like the present period,"),
    Phrase(32.80, 36.46, "that some of its noisiest authorities insisted on its being received,"),
    Phrase(37.00, 37.42, "for good"),
    Phrase(37.60, 38.32, "or for evil,"),
    Phrase(38.70, 40.26, "in the superlative degree of"),
    Phrase(40.42, 41.56, "comparison only."),
)
TEXT = " ".join(phrase.text for phrase in PHRASES)
