"""Transcripts as a project holds them: in the form of the JSON export, read quickly.

Its rows are proven by their digests, so that words need not be looked at one by one, as those of a file of anybody's.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.core.export.formats import json_format
from desktop_app.core.export.json_fields import Field
from desktop_app.core.transcript.values import Mark, Span, Speaker, Transcript, Turn, Word

_NO_MARKS: frozenset[Mark] = frozenset()


def transcript_document(transcript: Transcript) -> dict[str, object]:
    """The transcript as JSON has it."""
    return json_format.document(transcript)


def read_transcript(document: Mapping[str, object]) -> Transcript:
    """The transcript of a document that transcript_document gave; ValueError where it is none."""
    turns = read_turns(document.get("turns"))
    # What has no end of items is left to the quick way; speakers must stay, as the turns name them.
    head = json_format.read_document(Field({**document, "turns": []}))
    return Transcript(
        audio=head.audio,
        speakers=head.speakers,
        turns=turns,
        engines=head.engines,
        language=head.language,
        voices=head.voices,
        embedding=head.embedding,
        warnings=head.warnings,
        incomplete_from_ms=head.incomplete_from_ms,
    )


def turn_documents(turns: Sequence[Turn]) -> list[dict[str, object]]:
    """Turns as JSON has them."""
    return [json_format.turn_document(turn) for turn in turns]


def read_turns(documents: object) -> tuple[Turn, ...]:
    """The turns of turn_documents; ValueError where they are none."""
    if not isinstance(documents, list):
        raise ValueError("there are no turns")
    try:
        return tuple([_turn(each) for each in documents])
    except (KeyError, TypeError) as error:
        raise ValueError(f"a turn is not as turns are ({error})") from error


def word_documents(words: Sequence[Word]) -> list[dict[str, object]]:
    """Words as JSON has them."""
    return [json_format.word_document(word) for word in words]


def read_words(documents: object) -> tuple[Word, ...]:
    """The words of word_documents; ValueError where they are none."""
    if not isinstance(documents, list):
        raise ValueError("there are no words")
    try:
        return tuple([_word(each) for each in documents])
    except (KeyError, TypeError) as error:
        raise ValueError(f"a word is not as words are ({error})") from error


def speaker_documents(speakers: Sequence[Speaker]) -> list[dict[str, object]]:
    """Speakers as JSON has them."""
    return [json_format.speaker_document(speaker) for speaker in speakers]


def read_speakers(documents: object) -> tuple[Speaker, ...]:
    """The speakers of speaker_documents; ValueError where they are none."""
    return Field(documents, "speakers").items(json_format.read_speaker)


def _turn(turn: Mapping[str, Any]) -> Turn:
    return Turn(
        turn["speaker"],
        turn["start_ms"],
        turn["end_ms"],
        tuple([_word(word) for word in turn["words"]]),
        tuple([Span(span["start_ms"], span["end_ms"]) for span in turn["speech"]]),
        turn["margin"],
        turn["overlap"],
    )


def _word(word: Mapping[str, Any]) -> Word:
    marks = frozenset(map(Mark, word["marks"])) if "marks" in word else _NO_MARKS
    return Word(word["text"], word["start_ms"], word["end_ms"], word["confidence"], word["estimated"], marks)
