"""Figures about who spoke how much."""

from collections import defaultdict
from dataclasses import dataclass

from desktop_app.core.transcript.heard_at_once import speech_by_speaker
from desktop_app.core.transcript.values import Transcript


@dataclass(frozen=True, slots=True)
class SpeakerStatistics:
    """One speaker's part: time heard in ms (pauses not counted), number of turns with words, words, and the share
    of all speakers' time, 0 to 1."""

    speaker_id: str
    talk_ms: int
    turns: int
    words: int
    share: float


def speaker_statistics(transcript: Transcript) -> tuple[SpeakerStatistics, ...]:
    """The figures of every speaker, in the transcript's order of speakers."""
    talk_ms = {
        speaker_id: sum(span.duration_ms for span in spans)
        for speaker_id, spans in speech_by_speaker(transcript).items()
    }
    turns: dict[str, int] = defaultdict(int)
    words: dict[str, int] = defaultdict(int)
    for turn in transcript.turns:
        turns[turn.speaker] += bool(turn.words)
        words[turn.speaker] += len(turn.words)
    total_ms = sum(talk_ms.values())
    return tuple(
        SpeakerStatistics(
            speaker_id=speaker.id,
            talk_ms=talk_ms[speaker.id],
            turns=turns[speaker.id],
            words=words[speaker.id],
            share=talk_ms[speaker.id] / total_ms if total_ms else 0.0,
        )
        for speaker in transcript.speakers
    )
