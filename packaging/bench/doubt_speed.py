"""How long it takes to find the doubtful passages of very many words."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bench.doubt_recordings import Transcribed
from desktop_app.core.doubt.doubtful_passages import doubtful_passages
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

WORDS = 100_000
RUNS = 5


def ranking_s(recordings: Sequence[Transcribed], *, least_words: int = WORDS) -> dict[str, float]:
    """Seconds of processor for so many words, the best of RUNS: alone, and with a second hearing."""
    whole, second = _in_a_row(recordings, least_words)
    return {
        "alone": min(_took_s(whole, None) for _ in range(RUNS)),
        "second": min(_took_s(whole, second) for _ in range(RUNS)),
    }


def _took_s(transcript: Transcript, second: Sequence[Word] | None) -> float:
    begun_s = time.process_time()
    doubtful_passages(transcript, heard_otherwise=second)
    return time.process_time() - begun_s


def _in_a_row(recordings: Sequence[Transcribed], least_words: int) -> tuple[Transcript, list[Word]]:
    """The recordings one after the other, again and again, as one; everybody is somebody else in each kind."""
    turns: list[Turn] = []
    second: list[Word] = []
    speakers: dict[str, Speaker] = {}
    words = at_ms = 0
    while words < least_words:
        for number, each in enumerate(recordings):
            names = {speaker.id: f"{number}-{speaker.id}" for speaker in each.transcript.speakers}
            speakers |= {name: Speaker(name, name, 0) for name in names.values()}
            turns += (replace(_later(turn, at_ms), speaker=names[turn.speaker]) for turn in each.transcript.turns)
            second += _later_words(each.second, at_ms)
            words += sum(len(turn.words) for turn in each.transcript.turns)
            at_ms += max(each.transcript.audio.duration_ms, max(turn.end_ms for turn in each.transcript.turns))
    return Transcript(AudioSource("/sounds/talk.wav", at_ms), tuple(speakers.values()), tuple(turns)), second


def _later(turn: Turn, by_ms: int) -> Turn:
    return replace(
        turn,
        start_ms=turn.start_ms + by_ms,
        end_ms=turn.end_ms + by_ms,
        words=tuple(_later_words(turn.words, by_ms)),
        speech=tuple(Span(span.start_ms + by_ms, span.end_ms + by_ms) for span in turn.speech),
    )


def _later_words(words: Sequence[Word], by_ms: int) -> Iterator[Word]:
    return (replace(word, start_ms=word.start_ms + by_ms, end_ms=word.end_ms + by_ms) for word in words)
