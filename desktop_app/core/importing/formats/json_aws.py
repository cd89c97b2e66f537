"""Amazon Transcribe's JSON (https://docs.aws.amazon.com/transcribe): words and punctuation marks, and beside them who
speaks when."""

from collections.abc import Iterator

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing import word_runs
from desktop_app.core.importing.json_document import inside, items, keys_of, ms_of_seconds, name_of, said, share
from desktop_app.core.importing.values import ReadTranscript, ReadWord
from desktop_app.core.importing.word_runs import SpokenWord


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    return "items" in keys_of(inside(document, "results")) and "transcripts" in keys_of(inside(document, "results"))


def read(document: object) -> ReadTranscript:
    """A stretch for what each speaker says in one go. ValueError where something is not what it must be."""
    results = Field(document).member("results")
    words = _words(results.member("items"), _speakers(results.member("speaker_labels")))
    language = results.member("language_code").or_null(Field.text)
    return ReadTranscript(tuple(word_runs.stretches_of(words)), language=language)


def _speakers(labels: Field) -> dict[int | None, str | None]:
    """Who speaks, by when a word begins."""
    if labels.value is None:
        return {}
    return {
        ms_of_seconds(item.member("start_time")): name_of(item.member("speaker_label"))
        for segment in items(labels.member("segments"))
        for item in items(segment.member("items"))
    }


def _words(found: Field, speakers: dict[int | None, str | None]) -> Iterator[SpokenWord]:
    """The words, each with the punctuation that follows it."""
    last: SpokenWord | None = None
    for item in items(found):
        best = next(items(item.member("alternatives")), None)
        text = said(best.member("content")) if best else ""
        if not text or best is None:
            continue
        if item.member("type").value == "punctuation" and last is not None:
            speaker, word = last
            last = speaker, ReadWord(word.text + text, word.start_ms, word.end_ms, word.confidence)
            continue
        if last is not None:
            yield last
        start_ms, end_ms = ms_of_seconds(item.member("start_time")), ms_of_seconds(item.member("end_time"))
        speaker = name_of(item.member("speaker_label")) or speakers.get(start_ms)
        last = speaker, ReadWord(text, start_ms, end_ms, share(best.member("confidence")))
    if last is not None:
        yield last
