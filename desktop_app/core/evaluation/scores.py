"""What an engine's outcome is worth against the truth: for one recording, or pooled over many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.core.evaluation.embedding_counts import EmbeddingCounts, embedding_counts
from desktop_app.core.evaluation.speaker_errors import SpeakerErrors, speaker_errors
from desktop_app.core.evaluation.speaker_word_errors import speaker_word_errors
from desktop_app.core.evaluation.values import Outcome, Truth
from desktop_app.core.evaluation.word_errors import WordErrors, word_errors
from desktop_app.core.pipeline.stages import Stage

COLLAR_S = 0.25
Counts = TypeVar("Counts", WordErrors, EmbeddingCounts)


@dataclass(frozen=True, slots=True)
class Score:
    """One recording's, or the sum over many, so that longer ones weigh more.

    strict, lenient: errors of speakers with a collar of 0, and of 0.25 s on each side of every reference border.
    words, words_by_speaker: None where not measured. exact: recordings with the true number of speakers.
    times_s: see Outcome.times_s. peak_mb: of the process while it worked, the highest if pooled; None if unknown.
    embedding: None where the engine does not say.
    """

    recordings: int
    duration_s: float
    speakers_true: int
    speakers_found: int
    exact: int
    strict: SpeakerErrors
    lenient: SpeakerErrors
    words: WordErrors | None
    words_by_speaker: WordErrors | None
    times_s: Mapping[str, float]
    peak_mb: float | None
    embedding: EmbeddingCounts | None = None

    @property
    def speeds(self) -> dict[str, float]:
        """Times real time of every stage that took any, of diarization and in total."""
        return {name: self.duration_s / seconds for name, seconds in self.times_s.items() if seconds > 0}


def score(truth: Truth, outcome: Outcome, *, peak_mb: float | None = None) -> Score:
    """Judge what an engine made of one recording."""
    true, found = ({span.speaker for span in spans} for spans in (truth.spans, outcome.spans))
    strict, lenient = (
        speaker_errors(truth.spans, outcome.spans, duration_s=outcome.duration_s, collar_s=collar_s)
        for collar_s in (0.0, COLLAR_S)
    )
    both = None if truth.texts is None or outcome.texts is None else (truth.texts, outcome.texts)
    return Score(
        recordings=1,
        duration_s=outcome.duration_s,
        speakers_true=len(true),
        speakers_found=len(found),
        exact=int(len(true) == len(found)),
        strict=strict,
        lenient=lenient,
        words=word_errors(*both) if both else None,
        words_by_speaker=speaker_word_errors(*both) if both else None,
        times_s=outcome.times_s,
        peak_mb=peak_mb,
        embedding=embedding_counts(outcome.embedding, outcome.stage_s.get(Stage.EMBEDDING, 0.0)),
    )


def pool(scores: Sequence[Score]) -> Score:
    """The sum: errors of speakers over all speech, of words over all words, speed over all seconds."""
    stages = dict.fromkeys(stage for each in scores for stage in each.times_s)
    peaks = [each.peak_mb for each in scores if each.peak_mb is not None]
    return Score(
        recordings=sum(each.recordings for each in scores),
        duration_s=sum(each.duration_s for each in scores),
        speakers_true=sum(each.speakers_true for each in scores),
        speakers_found=sum(each.speakers_found for each in scores),
        exact=sum(each.exact for each in scores),
        strict=sum((each.strict for each in scores), SpeakerErrors()),
        lenient=sum((each.lenient for each in scores), SpeakerErrors()),
        words=_sum([each.words for each in scores], WordErrors()),
        words_by_speaker=_sum([each.words_by_speaker for each in scores], WordErrors()),
        times_s={stage: sum(each.times_s.get(stage, 0.0) for each in scores) for stage in stages},
        peak_mb=max(peaks, default=None),
        embedding=_sum([each.embedding for each in scores], EmbeddingCounts()),
    )


def percent(part: float, whole: float) -> float | None:
    """Rounded to a hundredth; None of nothing."""
    return round(100 * part / whole, 2) if whole else None


def _sum(counts: Sequence[Counts | None], nothing: Counts) -> Counts | None:
    measured = [each for each in counts if each is not None]
    return sum(measured, nothing) if measured else None


def word_error_rate(errors: WordErrors | None) -> float | None:
    """In percent; None where not measured, or nothing was said."""
    return None if errors is None else percent(errors.errors, errors.reference_words)
