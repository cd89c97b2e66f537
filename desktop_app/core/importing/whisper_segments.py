"""The segments that all programs around Whisper write, with or without words."""

from collections.abc import Iterator

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing import word_runs
from desktop_app.core.importing.json_document import items, ms_of_seconds, name_of, said, share, word_of
from desktop_app.core.importing.values import ReadStretch


def stretches_of(segments: Field, confidence: str) -> Iterator[ReadStretch]:
    """The segments, each as one stretch, or as several where its words are several speakers'. confidence: the key of a
    word's."""
    for segment in items(segments):
        speaker = name_of(segment.member("speaker"))
        words = [
            (name_of(word.member("speaker")) or speaker, read)
            for word in items(segment.member("words"))
            for read in word_of(
                said(word.member("word")),
                ms_of_seconds(word.member("start")),
                ms_of_seconds(word.member("end")),
                share(word.member(confidence)),
            )
        ]
        start_ms, end_ms = ms_of_seconds(segment.member("start")), ms_of_seconds(segment.member("end"))
        if any(word.start_ms is not None for _, word in words):
            yield from word_runs.stretches_of(words)
        elif text := said(segment.member("text")) or " ".join(word.text for _, word in words):
            yield ReadStretch(speaker, start_ms, end_ms, text)
