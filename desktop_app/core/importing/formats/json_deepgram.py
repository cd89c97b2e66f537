"""Deepgram's JSON (https://developers.deepgram.com): words with a speaker's number each."""

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
    return "alternatives" in keys_of(inside(document, "results", "channels", 0))


def read(document: object) -> ReadTranscript:
    """A stretch for what each speaker says in one go. ValueError where something is not what it must be."""
    channels = list(items(Field(document).member("results").member("channels")))
    stretches = [
        stretch
        for number, channel in enumerate(channels)
        for stretch in word_runs.stretches_of(_words(channel, f"SPEAKER_{number:02}" if len(channels) > 1 else None))
    ]
    return ReadTranscript(tuple(stretches))


def _words(channel: Field, name: str | None) -> Iterator[SpokenWord]:
    best = next(items(channel.member("alternatives")), None)
    for word in items(best.member("words")) if best else ():
        text = said(word.member("punctuated_word")) or said(word.member("word"))
        times = ms_of_seconds(word.member("start")), ms_of_seconds(word.member("end"))
        for read in word_of(text, *times, share(word.member("confidence"))):
            yield name_of(word.member("speaker")) or name, read
