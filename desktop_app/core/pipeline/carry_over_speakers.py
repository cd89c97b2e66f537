"""A new transcript of a recording whose speakers are known already: their ids, names and colours stay."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.speaker_match import match_speakers
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers
from desktop_app.core.transcript.values import Transcript


def carry_over_speakers(transcript: Transcript, known: Sequence[KnownSpeaker]) -> Transcript:
    """The transcript with its speakers told by whom they share the most time with; see match_speakers.

    known: everybody whose name counts, from an earlier transcript of the same recording. Without any, it stays as it
    is.
    """
    if not known:
        return transcript
    numbers = {speaker.id: number for number, speaker in enumerate(transcript.speakers)}
    heard = [
        Segment(numbers[each.speaker.id], span.start_ms, span.end_ms)
        for each in known_speakers(transcript)
        for span in each.speech
    ]
    found = match_speakers(sorted(heard, key=lambda segment: segment.start_ms), known)
    return replace(
        transcript,
        speakers=tuple(found.values()),
        turns=tuple(replace(turn, speaker=found[numbers[turn.speaker]].id) for turn in transcript.turns),
    )
