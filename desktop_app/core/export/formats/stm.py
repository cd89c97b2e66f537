"""STM: the words of every turn for evaluation tools (NIST segment time marks; `;;` begins a remark)."""

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.export.scoring_fields import file_field, seconds, speaker_fields
from desktop_app.core.transcript.values import Transcript, Turn

_WORD_JOINER = "\u2060"


def render(transcript: Transcript) -> str:
    """A line per spoken turn, by start: file, channel (1), speaker, start, end, words with spaces between them.

    Names are made fields as in RTTM, so remarks at the top tell which speaker is called how; one says that a transcript
    is incomplete.
    """
    fields, names = speaker_fields(transcript.speakers), speaker_names(transcript.speakers)
    remarks = [f";; {field} {names[speaker]}\n" for speaker, field in fields.items()]
    if note := incompleteness(transcript):
        remarks.append(f";; {note}\n")
    file_id = file_field(transcript.audio)
    turns = sorted(transcript.spoken_turns(), key=lambda turn: turn.start_ms)
    return "".join([*remarks, *(_line(file_id, fields[turn.speaker], turn) for turn in turns if _words(turn))])


def _line(file_id: str, speaker: str, turn: Turn) -> str:
    end_ms = max([turn.end_ms, *(word.end_ms for word in turn.words)])
    return f"{file_id} 1 {speaker} {seconds(turn.start_ms)} {seconds(end_ms)} {_words(turn)}\n"


def _words(turn: Turn) -> str:
    """The words; something invisible before the first where a label would begin like it."""
    text = one_line(turn.spaced_text)
    return f"{_WORD_JOINER}{text}" if text.startswith("<") else text
