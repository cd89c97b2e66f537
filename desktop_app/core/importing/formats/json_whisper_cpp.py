"""whisper.cpp's JSON, short or full (https://github.com/ggml-org/whisper.cpp): with tokens, words have their times."""

import re
from collections.abc import Iterator

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing.json_document import inside, items, keys_of, ms_of_ms, said, share
from desktop_app.core.importing.values import ReadStretch, ReadTranscript, ReadWord

_NO_WORD = re.compile(r"\[_[A-Z]+_?\d*\]|<\|[^|]*\|>")
_UNKNOWN = frozenset({"", "?"})


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    first = inside(document, "transcription", 0)
    return "transcription" in keys_of(document) and (first is None or "offsets" in keys_of(first))


def read(document: object) -> ReadTranscript:
    """A stretch for every segment. ValueError where something is not what it must be."""
    field = Field(document)
    stretches = tuple(_stretches(field.member("transcription")))
    result = field.member("result")
    language = None if result.value is None else result.member("language").or_null(Field.text)
    return ReadTranscript(stretches, language=language)


def _stretches(segments: Field) -> Iterator[ReadStretch]:
    is_other = False
    for segment in items(segments):
        speaker = said(segment.member("speaker"))
        offsets = segment.member("offsets")
        times = ms_of_ms(offsets.member("from")), ms_of_ms(offsets.member("to"))
        text = said(segment.member("text"))
        words = tuple(_words(segment.member("tokens")))
        if "".join(word.text for word in words) != "".join(text.split()):
            words = ()  # pieces of letters that are cut in half
        if text:
            name = None if speaker in _UNKNOWN else f"SPEAKER_{speaker}"
            yield ReadStretch(name, *times, text, words, opens_turn=is_other)
        is_other = segment.member("speaker_turn_next").value is True


def _words(tokens: Field) -> Iterator[ReadWord]:
    """Words of tokens: a token that begins with a space begins one, and the least sure of its tokens is as sure as it
    is."""
    gathered: list[ReadWord] = []
    for token in items(tokens):
        written = token.member("text").or_null(Field.text) or ""
        if not written or _NO_WORD.fullmatch(written.strip()):
            continue
        if gathered and written[0].isspace():
            yield _joined(gathered)
            gathered = []
        if written.strip():
            offsets = token.member("offsets")
            start_ms, end_ms = (ms_of_ms(offsets.member(key)) if offsets.value else None for key in ("from", "to"))
            gathered.append(ReadWord(written.strip(), start_ms, end_ms, share(token.member("p"))))
    if gathered:
        yield _joined(gathered)


def _joined(pieces: list[ReadWord]) -> ReadWord:
    sure = [piece.confidence for piece in pieces if piece.confidence is not None]
    text = "".join(piece.text for piece in pieces)
    return ReadWord(text, pieces[0].start_ms, pieces[-1].end_ms, min(sure, default=None))
