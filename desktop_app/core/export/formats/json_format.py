"""JSON: the whole transcript, to be read back without loss. docs/transcript-format.md describes it field by field."""

import json
import math
import re
from pathlib import Path
from typing import NoReturn

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.export.json_embedding import embedding_document, read_embedding
from desktop_app.core.export.json_fields import Field
from desktop_app.core.transcript.values import (
    AudioSource,
    EngineUse,
    HeardTrack,
    Mark,
    Span,
    Speaker,
    Transcript,
    Turn,
    Word,
)
from desktop_app.translation import tr

SCHEMA = "diarist-transcript"
VERSION = 1

_SCHEMA_PATTERN = re.compile(rf"{SCHEMA}/([1-9][0-9]{{0,8}})")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(transcript: Transcript) -> str:
    """The transcript as a JSON document that `parse` reads back to an equal value."""
    text = json.dumps(document(transcript), ensure_ascii=False, allow_nan=False, indent=1)
    # File names that are not valid text hold lone surrogates, which UTF-8 cannot carry but a JSON escape can.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def parse(data: bytes | str, source: Path) -> Transcript:
    """The transcript in a document that `render` wrote, or another program after the same description.

    Unknown keys are ignored. source: the file the data came from, for the message.
    Raises TranscriptFileError where it is not JSON, not a transcript, of a newer version, or a field is missing or
    of another type; the message says which.
    """
    try:
        return read_document(Field(_loaded(data)))
    except ValueError as error:
        raise TranscriptFileError(source, str(error)) from error


def document(transcript: Transcript) -> dict[str, object]:
    """What `render` writes, before it is text."""
    return {
        "schema": f"{SCHEMA}/{VERSION}",
        "audio": _audio(transcript.audio),
        "language": transcript.language,
        "voices": transcript.voices,
        "engines": [_engine(engine) for engine in transcript.engines],
        "embedding": None if transcript.embedding is None else embedding_document(transcript.embedding),
        "warnings": list(transcript.warnings),
        "incomplete_from_ms": transcript.incomplete_from_ms,
        "speakers": [speaker_document(speaker) for speaker in transcript.speakers],
        "turns": [turn_document(turn) for turn in transcript.turns],
    }


def _audio(audio: AudioSource) -> dict[str, object]:
    return {
        "file": audio.file,
        "duration_ms": audio.duration_ms,
        "sample_rate_hz": audio.sample_rate_hz,
        "channels": audio.channels,
        "sha256": audio.sha256,
        "tracks": audio.tracks,
        "heard": [{"track": each.number, "heard": list(each.heard), "channels": each.channels} for each in audio.heard],
    }


def _engine(engine: EngineUse) -> dict[str, object]:
    return {
        "role": engine.role,
        "name": engine.name,
        "device": engine.device,
        "sha256": engine.sha256,
        "note": engine.note,
    }


def speaker_document(speaker: Speaker) -> dict[str, object]:
    """A speaker as the document has it."""
    return {"id": speaker.id, "name": speaker.name, "colour": speaker.colour}


def turn_document(turn: Turn) -> dict[str, object]:
    """A turn as the document has it."""
    return {
        "speaker": turn.speaker,
        "start_ms": turn.start_ms,
        "end_ms": turn.end_ms,
        "text": turn.text,
        "margin": _known(turn.margin),
        "overlap": turn.overlap,
        "speech": [{"start_ms": span.start_ms, "end_ms": span.end_ms} for span in turn.speech],
        "words": [word_document(word) for word in turn.words],
    }


def word_document(word: Word) -> dict[str, object]:
    """A word as the document has it; its marks only where it has any."""
    return {
        "text": word.text,
        "start_ms": word.start_ms,
        "end_ms": word.end_ms,
        "confidence": _known(word.confidence),
        "estimated": word.estimated,
        **({"marks": sorted(word.marks)} if word.marks else {}),
    }


def _known(number: float | None) -> float | None:
    """The number; None for NaN and the infinities, which JSON cannot carry."""
    return number if number is not None and math.isfinite(number) else None


def _loaded(data: bytes | str) -> object:
    try:
        return json.loads(data, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise ValueError(tr("it is not JSON ({why})", why=_why_not(error))) from error


def _why_not(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return tr("line {number} is wrong", number=error.lineno)
    if isinstance(error, UnicodeError):
        return tr("it is not text in UTF-8")
    return tr("it is nested too deeply") if isinstance(error, RecursionError) else str(error)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(tr("{name} is not a number in JSON", name=name))


def _check_version(document: Field) -> None:
    schema = document.value.get("schema") if isinstance(document.value, dict) else None
    found = _SCHEMA_PATTERN.fullmatch(schema) if isinstance(schema, str) else None
    if found is None:
        raise ValueError(tr("it is not a Diarist transcript"))
    if int(found[1]) > VERSION:
        raise ValueError(
            tr(
                "it was written by a newer Diarist (format {format}; this one reads {version})",
                format=found[1],
                version=VERSION,
            )
        )


def read_document(document: Field) -> Transcript:
    """The transcript that `document` gave, or another program after the same description; else ValueError."""
    _check_version(document)
    return Transcript(
        audio=_read_audio(document.member("audio")),
        speakers=document.member("speakers").items(read_speaker),
        turns=document.member("turns").items(_read_turn),
        engines=document.member("engines").items(_read_engine),
        language=document.member("language").or_null(Field.text),
        voices=document.member("voices").or_null(Field.text),
        embedding=document.member("embedding").or_null(read_embedding),
        warnings=document.member("warnings").or_null(_read_warnings) or (),
        incomplete_from_ms=document.member("incomplete_from_ms").or_null(Field.whole),
    )


def _read_warnings(warnings: Field) -> tuple[str, ...]:
    return warnings.items(Field.text)


def _read_audio(audio: Field) -> AudioSource:
    return AudioSource(
        file=audio.member("file").text(),
        duration_ms=audio.member("duration_ms").whole(),
        sample_rate_hz=audio.member("sample_rate_hz").or_null(Field.whole),
        channels=audio.member("channels").or_null(Field.whole),
        sha256=audio.member("sha256").or_null(Field.text),
        tracks=audio.member("tracks").or_null(Field.whole),
        heard=audio.member("heard").or_null(_read_heard_tracks) or (),
    )


def _read_heard_tracks(tracks: Field) -> tuple[HeardTrack, ...]:
    return tracks.items(_read_heard_track)


def _read_heard_track(track: Field) -> HeardTrack:
    return HeardTrack(
        number=track.member("track").whole(),
        heard=track.member("heard").items(Field.whole),
        channels=track.member("channels").whole(),
    )


def _read_engine(engine: Field) -> EngineUse:
    return EngineUse(
        role=engine.member("role").text(),
        name=engine.member("name").text(),
        device=engine.member("device").text(),
        sha256=engine.member("sha256").or_null(Field.text),
        note=engine.member("note").or_null(Field.text),
    )


def read_speaker(speaker: Field) -> Speaker:
    """The speaker that `speaker_document` gave; ValueError where it is none."""
    return Speaker(
        id=speaker.member("id").text(),
        name=speaker.member("name").text(),
        colour=speaker.member("colour").whole(),
    )


def _read_turn(turn: Field) -> Turn:
    start_ms, end_ms = turn.stretch()
    return Turn(
        speaker=turn.member("speaker").text(),
        start_ms=start_ms,
        end_ms=end_ms,
        words=turn.member("words").items(read_word),
        speech=turn.member("speech").items(_read_span),
        margin=turn.member("margin").or_null(Field.number),
        overlap=turn.member("overlap").flag(),
    )


def read_word(word: Field) -> Word:
    """The word that `word_document` gave; ValueError where it is none."""
    start_ms, end_ms = word.stretch()
    return Word(
        text=word.member("text").text(),
        start_ms=start_ms,
        end_ms=end_ms,
        confidence=word.member("confidence").or_null(Field.number),
        estimated=word.member("estimated").flag(),
        marks=frozenset(word.member("marks").or_null(_read_marks) or ()),
    )


def _read_marks(marks: Field) -> tuple[Mark, ...]:
    return marks.items(_read_mark)


def _read_mark(mark: Field) -> Mark:
    try:
        return Mark(mark.text())
    except ValueError:
        raise mark.refusal(tr("a mark of this version")) from None


def _read_span(span: Field) -> Span:
    return Span(*span.stretch())
