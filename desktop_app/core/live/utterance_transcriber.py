"""The words of an utterance, while it grows and when it is over."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.live_recogniser import LiveRecogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.agreement import Agreement
from desktop_app.core.live.stream_sound import StreamSound, ms_to_place, place_to_ms
from desktop_app.core.live.utterance_speaker import Part
from desktop_app.core.live.utterances import Utterance
from desktop_app.core.transcript.values import Span, Word


@dataclass(slots=True, eq=False)
class Writing:
    """An utterance being written down. turn: its number, once it was shown; words: of the last pass, with times from
    the start of the utterance; written: as the recogniser wrote them, before it was asked what somebody said; heard:
    the place up to which that pass went."""

    utterance: Utterance
    turn: int | None = None
    agreement: Agreement = field(default_factory=Agreement)
    words: tuple[Word, ...] = ()
    written: tuple[Word, ...] = ()
    heard: int = -1


class UtteranceTranscriber:
    """Gives a recogniser the sound it wants, and its words their times in the stream."""

    def __init__(self, recogniser: LiveRecogniser, sound: StreamSound, believe: Believe) -> None:
        """believe: what of the words of a clip somebody said."""
        self._recogniser = recogniser
        self._believe = believe
        self._sound = sound
        self._starts: list[int] = []

    def pass_over(self, writing: Writing) -> None:
        """Hear the utterance as far as it has come; nothing happens where that was done."""
        utterance = writing.utterance
        if writing.heard < utterance.end:
            writing.written, writing.words = self._heard(utterance.start, utterance.end)
            writing.heard = utterance.end
            writing.agreement.hear([word.text for word in writing.words])

    def words_by_part(self, writing: Writing, parts: Sequence[Part]) -> list[tuple[Word, ...]]:
        """The words of each part of an utterance that is over, with their times in the stream."""
        self.pass_over(writing)
        utterance = writing.utterance
        self._remember(utterance)
        if len(parts) == 1:
            return [self._placed(writing.words, parts[0], utterance.start)]
        if self._recogniser.times_words:
            return [
                self._placed(_within(writing.words, part, utterance.start), part, utterance.start) for part in parts
            ]
        return [self._heard_alone(part, utterance, at, len(parts)) for at, part in enumerate(parts)]

    def keep_from(self) -> int:
        """The place from which sound is still wanted for context."""
        return self._starts[0] if self._starts else self._sound.end

    def _heard_alone(self, part: Part, utterance: Utterance, at: int, parts: int) -> tuple[Word, ...]:
        start = utterance.start if at == 0 else ms_to_place(part.start_ms)
        end = utterance.end if at == parts - 1 else ms_to_place(part.end_ms)
        return self._placed(self._heard(start, end)[1], part, start)

    def _heard(self, start: int, end: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words of a stretch as the recogniser wrote them, and those of them that somebody said."""
        earliest = start - int(self._recogniser.context_s * SAMPLE_RATE_HZ)
        context = next((place for place in self._starts if place >= earliest), start)
        begin = self._sound.begin_of(min(context, start))
        clip = self._sound.between(begin, end)
        heard = self._recogniser.words(clip, start - begin)
        return heard, self._believe(heard, clip, Span(place_to_ms(start - begin), place_to_ms(len(clip))))

    def _remember(self, utterance: Utterance) -> None:
        """Where this utterance begins the next ones may be decoded from."""
        if self._recogniser.context_s:
            earliest = utterance.end - int(self._recogniser.context_s * SAMPLE_RATE_HZ)
            self._starts = [place for place in (*self._starts, utterance.start) if place >= earliest]

    @staticmethod
    def _placed(words: Sequence[Word], part: Part, start: int) -> tuple[Word, ...]:
        return tuple(_moved(word, place_to_ms(start), part) for word in words)


def _within(words: Sequence[Word], part: Part, start: int) -> list[Word]:
    middles = ((word, place_to_ms(start) + (word.start_ms + word.end_ms) // 2) for word in words)
    return [word for word, middle_ms in middles if part.start_ms <= middle_ms < part.end_ms]


def _moved(word: Word, by_ms: int, part: Part) -> Word:
    """The word at its place in the stream, inside its part."""
    start_ms = min(max(word.start_ms + by_ms, part.start_ms), part.end_ms)
    end_ms = min(max(word.end_ms + by_ms, start_ms), part.end_ms)
    return replace(word, start_ms=start_ms, end_ms=end_ms)
