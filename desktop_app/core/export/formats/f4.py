"""f4: a text with time marks such as '#00:00:12-3#', for f4, MAXQDA and EXMARaLDA."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, product
from string import ascii_uppercase
from unicodedata import normalize

from desktop_app.core.export.one_line import speaker_name
from desktop_app.core.export.qda_passages import (
    QdaOptions,
    QdaPassage,
    closing_remark,
    labels,
    unmistakable_passages,
)
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.clock import clock_mark
from desktop_app.core.transcript.values import Speaker, Transcript
from desktop_app.translation import tr

_LONGEST_WORD = 11
_STROKES = str.maketrans("øØłŁđĐı", "oOlLdDi")
_NO_LETTERS = re.compile("[^A-Za-zÄÖÜäöüß]+")


class MarkPlace(StrEnum):
    """Where the mark of a paragraph stands."""

    END = "end"
    START = "start"


@dataclass(frozen=True, slots=True)
class F4Options(QdaOptions):
    """marks: where they stand. one_word_names: names are a word of at most 11 letters, so that EXMARaLDA knows them."""

    marks: MarkPlace = setting(
        MarkPlace.END,
        About(
            tr("Time marks"),
            tr("f4 puts them at the end, with the time at which the paragraph ends."),
            choices={MarkPlace.END: tr("At the end of the paragraph"), MarkPlace.START: tr("At its beginning")},
        ),
    )
    one_word_names: bool = setting(
        False,
        About(tr("Names of one word"), tr("Of at most eleven letters: EXMARaLDA takes nothing else for a name.")),
    )


def render(transcript: Transcript, options: F4Options = F4Options()) -> str:
    """A paragraph per passage: 'Anna: text #00:00:12-3#', with the time at which it ends, tenths cut. A mark is never
    earlier than the one before: what is said meanwhile ends with what it is said under. The last paragraph says that a
    transcript is incomplete."""
    names = dict(zip(labels(transcript).values(), _words(transcript.speakers), strict=True))
    found = unmistakable_passages(transcript, options)
    lines = list(_lines(found, names if options.one_word_names else {}, options.marks))
    remark = closing_remark(transcript)
    return "\n".join(lines if remark is None else [*lines, remark]) + "\n"


def _lines(found: list[QdaPassage], names: Mapping[str, str], marks: MarkPlace) -> Iterator[str]:
    end_ms = 0
    for each in found:
        said = f"{names.get(each.name, each.name)}: {each.text}"
        end_ms = max(end_ms, each.end_ms)
        yield f"{_mark(each.start_ms)} {said}" if marks is MarkPlace.START else f"{said} {_mark(end_ms)}"


def _mark(time_ms: int) -> str:
    return f"#{clock_mark(time_ms)}-{time_ms % 1000 // 100}#"


def _words(speakers: tuple[Speaker, ...]) -> list[str]:
    """Every speaker's name as a word of letters, told apart by letters at its end."""
    found: list[str] = []
    for speaker in speakers:
        word = _word(speaker_name(speaker))
        found.append(next(each for each in _endings(word) if each not in found))
    return found


def _word(name: str) -> str:
    parts = [_NO_LETTERS.sub("", _plain(part)) for part in name.split()]
    return "".join(part[:1].upper() + part[1:] for part in parts if part)[:_LONGEST_WORD] or "Speaker"


def _plain(text: str) -> str:
    """The text without the accents and strokes of letters, but for umlauts."""
    letters = normalize("NFC", text).translate(_STROKES)
    return "".join(each if each in "ÄÖÜäöüß" else normalize("NFD", each)[0] for each in letters)


def _endings(word: str) -> Iterator[str]:
    yield word
    for length in count(1):
        for ending in product(ascii_uppercase, repeat=length):
            yield word[: _LONGEST_WORD - length] + "".join(ending)
