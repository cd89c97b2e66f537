"""AssemblyAI's JSON (https://www.assemblyai.com/docs): utterances with words, in milliseconds."""

from collections.abc import Iterator

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing import word_runs
from desktop_app.core.importing.json_document import items, keys_of, ms_of_ms, name_of, said, share, word_of
from desktop_app.core.importing.values import ReadStretch, ReadTranscript, ReadWord
from desktop_app.translation import tr


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    keys = keys_of(document)
    return "utterances" in keys or {"audio_url", "words"} <= keys or {"language_code", "words", "text"} <= keys


def read(document: object) -> ReadTranscript:
    """A stretch for every utterance, or for what is said in one go where there are none. ValueError where something is
    not what it must be."""
    field = Field(document)
    utterances = field.member("utterances")
    if utterances.value:
        stretches = tuple(map(_stretch, items(utterances)))
    else:
        spoken = ((_name(word), read) for word in items(field.member("words")) for read in _words(word))
        stretches = tuple(word_runs.stretches_of(spoken))
    media = field.member("audio_url").or_null(Field.text) or ""
    return ReadTranscript(stretches, language=field.member("language_code").or_null(Field.text), media=media)


def _stretch(utterance: Field) -> ReadStretch:
    words = tuple(read for word in items(utterance.member("words")) for read in _words(word))
    times = ms_of_ms(utterance.member("start")), ms_of_ms(utterance.member("end"))
    return ReadStretch(_name(utterance), *times, said(utterance.member("text")), words, opens_turn=True)


def _words(word: Field) -> Iterator[ReadWord]:
    times = ms_of_ms(word.member("start")), ms_of_ms(word.member("end"))
    return word_of(said(word.member("text")), *times, share(word.member("confidence")))


def _name(field: Field) -> str | None:
    """'Speaker A' for those that have only a letter."""
    name = name_of(field.member("speaker"))
    return tr("Speaker {letter}", letter=name) if name and len(name) == 1 else name
