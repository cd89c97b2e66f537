"""NeMo's JSON of speech recognition with diarization: words with a speaker each (https://docs.nvidia.com/nemo)."""

from collections.abc import Iterator

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing import word_runs
from desktop_app.core.importing.json_document import (
    inside,
    items,
    keys_of,
    ms_of_seconds,
    name_of,
    said,
    share,
    word_of,
)
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.importing.word_runs import SpokenWord


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    first = keys_of(inside(document, "words", 0))
    return {"word", "start_time", "end_time"} <= first and bool({"speaker", "speaker_label"} & first)


def read(document: object) -> ReadTranscript:
    """A stretch for what each speaker says in one go. ValueError where something is not what it must be."""
    return ReadTranscript(tuple(word_runs.stretches_of(_words(Field(document).member("words")))))


def _words(words: Field) -> Iterator[SpokenWord]:
    for word in items(words):
        speaker = name_of(word.member("speaker")) or name_of(word.member("speaker_label"))
        times = ms_of_seconds(word.member("start_time")), ms_of_seconds(word.member("end_time"))
        for read in word_of(said(word.member("word")), *times, share(word.member("confidence"))):
            yield speaker, read
