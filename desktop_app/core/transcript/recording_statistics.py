"""The whole table of figures about a recording: who spoke how much and how, and how much nobody did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.transcript.heard_at_once import heard_at_once
from desktop_app.core.transcript.interruptions import interruptions
from desktop_app.core.transcript.statistics import SpeakerStatistics, speaker_statistics
from desktop_app.core.transcript.values import Span, Speaker, Transcript

_MS_PER_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker's line of the table.

    talk: time heard, share, turns and words. words_per_minute: of the time heard, None where there is none.
    longest_turn_ms: of turns with words, from begin to end; 0 without any. interrupts, interrupted: how often the
    speaker takes the floor from others, and others from the speaker; see `interruptions`.
    """

    speaker: Speaker
    talk: SpeakerStatistics
    words_per_minute: float | None
    longest_turn_ms: int
    interrupts: int
    interrupted: int


@dataclass(frozen=True, slots=True)
class RecordingStatistics:
    """The table. speakers: in the transcript's order. length_ms: the recording's, or up to the last speech if that is
    later; silence_ms: in which nobody is heard; overlap_ms: in which at least two are."""

    length_ms: int
    silence_ms: int
    overlap_ms: int
    speakers: tuple[SpeakerRow, ...]


def recording_statistics(transcript: Transcript) -> RecordingStatistics:
    """All figures of a transcript, in time linear in its words and turns."""
    heard = heard_at_once(transcript, least=1)
    length_ms = max(transcript.audio.duration_ms, heard[-1].end_ms if heard else 0)
    return RecordingStatistics(
        length_ms=length_ms,
        silence_ms=length_ms - _sum_ms(heard),
        overlap_ms=_sum_ms(heard_at_once(transcript, least=2)),
        speakers=_rows(transcript),
    )


def _rows(transcript: Transcript) -> tuple[SpeakerRow, ...]:
    found = interruptions(transcript)
    interrupts, interrupted = Counter(each.by for each in found), Counter(each.of for each in found)
    longest_ms: dict[str, int] = {}
    for turn in transcript.spoken_turns():
        longest_ms[turn.speaker] = max(longest_ms.get(turn.speaker, 0), turn.end_ms - turn.start_ms)
    return tuple(
        SpeakerRow(
            speaker=speaker,
            talk=talk,
            words_per_minute=talk.words * _MS_PER_MINUTE / talk.talk_ms if talk.talk_ms else None,
            longest_turn_ms=longest_ms.get(speaker.id, 0),
            interrupts=interrupts[speaker.id],
            interrupted=interrupted[speaker.id],
        )
        for speaker, talk in zip(transcript.speakers, speaker_statistics(transcript), strict=True)
    )


def _sum_ms(spans: Iterable[Span]) -> int:
    return sum(span.duration_ms for span in spans)
