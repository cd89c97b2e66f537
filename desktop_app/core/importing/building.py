"""What a reader found, as a transcript: the one place where imported turns are made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from desktop_app.core.importing.imported_speakers import ImportedSpeakers
from desktop_app.core.importing.overlaps import with_overlaps
from desktop_app.core.importing.stretch_times import spans_of
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.core.importing.word_spread import words_within
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import AudioSource, Span, Transcript, Turn, Word
from desktop_app.translation import plural, tr

_LONGEST_PAUSE_MS = 1500
_TURN_MS, _SENTENCE_MS = 20_000, 40_000
"""A longer turn of several stretches ends at the next end of a sentence; one without such an end, all the same."""
_SPARE_MS = 1000
"""So much after the sound's end a last word may last: other programs round."""
_ENDINGS = (".", "?", "!", "…", "。", "？", "！")
_CLOSING = "\"'”’»)]"


def transcript_of(read: ReadTranscript, audio: AudioSource | None = None, *, file: str = "") -> Transcript:
    """The transcript that a file holds.

    audio: the recording, as it is; without it one that ends with the last word, called as `file` says. Words without
    times get estimated ones. Stretches of one speaker that follow on from each other are a turn, unless the file says
    that they are several. Turns are by start, overlaps are marked, no end lies before its start.
    """
    spans = spans_of(read.stretches, audio.duration_ms if audio else None)
    speakers = ImportedSpeakers(read)
    parts = sorted(_parts(read.stretches, spans, speakers), key=lambda part: (part[0].start_ms, part[0].end_ms))
    turns = with_overlaps(list(_joined(parts)))
    end_ms = max((turn.end_ms for turn in turns), default=0)
    return Transcript(
        audio=audio or AudioSource(file, end_ms),
        speakers=speakers.all(),
        turns=tuple(turns),
        language=read.language,
        warnings=(*read.notes, *_backward(read.stretches), *too_long(end_ms, audio)),
    )


def too_long(end_ms: int, audio: AudioSource | None) -> tuple[str, ...]:
    """What a reader must know of a text that ends there, where that is past the recording's end."""
    if audio is None or end_ms <= audio.duration_ms + _SPARE_MS:
        return ()
    told = tr(
        "The text goes on to {end}, past the sound's end at {length}: it may belong to another recording.",
        end=clock(end_ms),
        length=clock(audio.duration_ms),
    )
    return (told,)


def _backward(stretches: Sequence[ReadStretch]) -> tuple[str, ...]:
    count = sum(
        each.start_ms is not None and each.end_ms is not None and each.end_ms < each.start_ms for each in stretches
    )
    if not count:
        return ()
    told = plural(
        "{n} passages of the file end before they begin: their ends are estimated.",
        "{n} passage of the file ends before it begins: its end is estimated.",
        count,
    )
    return (told,)


Part = tuple[Turn, bool]
"""A stretch as a turn of its own, and whether it begins one in any case."""


def _parts(stretches: Sequence[ReadStretch], spans: Sequence[Span], speakers: ImportedSpeakers) -> Iterator[Part]:
    for stretch, span in zip(stretches, spans, strict=True):
        words = tuple(words_within(stretch, span))
        start_ms, end_ms = span.start_ms, span.end_ms
        if stretch.words and words:  # they may be measured, and tell otherwise
            start_ms = min(start_ms, words[0].start_ms)
            end_ms = max(end_ms, max(word.end_ms for word in words))
        speech = (Span(start_ms, end_ms),)
        yield Turn(speakers.id_of(stretch.speaker), start_ms, end_ms, words, speech), stretch.opens_turn


def _joined(parts: Iterable[Part]) -> Iterator[Turn]:
    """Those that follow on from each other made one."""
    gathered: list[Turn] = []
    for part, opens_turn in parts:
        if gathered and (opens_turn or not _goes_on(gathered, part)):
            yield _one(gathered)
            gathered = []
        gathered.append(part)
    if gathered:
        yield _one(gathered)


def _goes_on(gathered: Sequence[Turn], part: Turn) -> bool:
    first, last = gathered[0], gathered[-1]
    length_ms = last.end_ms - first.start_ms
    return (
        part.speaker == last.speaker
        and bool(part.words) == bool(last.words)
        and part.start_ms - last.end_ms <= _LONGEST_PAUSE_MS
        and length_ms <= (_TURN_MS if _ends_sentence(last.words) else _SENTENCE_MS)
    )


def _ends_sentence(words: Sequence[Word]) -> bool:
    return bool(words) and words[-1].text.rstrip(_CLOSING).endswith(_ENDINGS)


def _one(turns: Sequence[Turn]) -> Turn:
    if len(turns) == 1:
        return turns[0]
    return replace(
        turns[0],
        end_ms=max(turn.end_ms for turn in turns),
        words=tuple(chain.from_iterable(turn.words for turn in turns)),
        speech=tuple(_merged(span for turn in turns for span in turn.speech)),
    )


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Those that touch made one. spans: by start."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start_ms <= merged[-1].end_ms:
            merged[-1] = Span(merged[-1].start_ms, max(merged[-1].end_ms, span.end_ms))
        else:
            merged.append(span)
    return merged
