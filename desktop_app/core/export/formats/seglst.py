"""SegLST: the words of every turn as JSON for MeetEval (segment-wise long-form speech transcription annotation)."""

import json

from desktop_app.core.export.one_line import one_line
from desktop_app.core.export.scoring_fields import file_field, speaker_fields
from desktop_app.core.transcript.values import Transcript


def render(transcript: Transcript) -> str:
    """An object per spoken turn, by start; times in seconds. Recording and speakers are named as in STM and RTTM."""
    fields, file_id = speaker_fields(transcript.speakers), file_field(transcript.audio)
    segments = [
        {
            "session_id": file_id,
            "speaker": fields[turn.speaker],
            "start_time": turn.start_ms / 1000,
            "end_time": max([turn.end_ms, *(word.end_ms for word in turn.words)]) / 1000,
            "words": text,
        }
        for turn in sorted(transcript.spoken_turns(), key=lambda turn: turn.start_ms)
        if (text := one_line(turn.spaced_text))
    ]
    return json.dumps(segments, ensure_ascii=False, indent=2) + "\n"
