"""CHAT: transcripts for CLAN and TalkBank (https://talkbank.org/0info/manuals/CHAT.html).

Of its notation only what is said stays: no codes in brackets, no pauses, and words that are marked as spoken otherwise
are whole. Times are bullets, in ms: a NAK, '1000_2500', a NAK.
"""

import re
from collections.abc import Iterable, Iterator

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.language_codes import language_tag
from desktop_app.core.importing.remarks import remarks_left_out
from desktop_app.core.importing.times import MOST_MS
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.translation import tr

_LINE = re.compile(r"(?P<kind>[@*%])(?P<key>[^:\t]{1,200})(?::[ \t]*(?P<text>.*))?", re.DOTALL)
_BULLET = re.compile(
    '[\x15•](?:%(?:snd|mov):"[^"\x15]*"_)?(\\d{1,12})_(\\d{1,12})-?[\x15•]|(?<=\\s)(\\d{1,12})_(\\d{1,12})$', re.ASCII
)
"""Between two NAKs, which look like points where they are shown; some programs lose them."""
_CODES = re.compile(r"\[[^\[\]]*\]|\((?:\.{1,3}|[\d:.]+)\)|&[=*{}]\S*|(?<!\S)0\S+|↫[^\s↫]*↫|\x15[^\x15]*\x15", re.ASCII)
"""Notes, pauses, what is done and not said, what others say in between, what is left out, and sounds that are said
again."""
_NOTHING = re.compile(r"(?<!\S)(?:0|\+[<^\",+≈≋]+)(?=\s|$)|[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""That nobody says anything, how an utterance follows on from the last, and where lines under words begin and end."""
_ENDINGS = (("+...", "…"), ("+..?", "…?"), ("+/.", "–"), ("+//.", "–"), ("+/?", "–?"), ("+//?", "–?"), ("+!?", "?!"))
_ENDINGS_OF_QUOTES = (('+"/.', ":"), ('+".', "."), ("+.", ""))
_IN_WORDS = re.compile(
    r"(?<!\S)&[-+~]?(?=\w)|[<>()‹›〔〕]|[⌈⌉⌊⌋][2-9]?|(?<=\w)@[a-z$:+&-]+|(?<=[^\W\d]):+(?=\w|\s|$)|(?<=\w)[\^~](?=\w)"
    r"|[↑↓⇗↗→↘⇘∞≈≋≡∙∾↻≠⁇⁎⁑°∆∇∬∮☺♋▁▔⤆⤇◉§ˈˌ]|(?<=[a-z])[ΫἩ]|[ΫἩ](?=[a-z])"
)
"""How they are said: names, not words."""
_COMPOUND = re.compile(r"(?<=[^\W\d_])\+(?=[^\W\d_])")
_TAG = re.compile(r"\s*[„‡](?=\s|$)")
_BEFORE_PUNCTUATION = re.compile(r"\s+([.?!,;:…–]+\??|[”»])(?=\s|$|[.?!,;:])")
_REMARKS = ("Comment", "Situation", "Activities", "G", "Bg", "Eg")


def read(text: str) -> ReadTranscript:
    """The utterances, cut where they have times. MalformedFile, with the line, where it is no CHAT, or a time is none.
    What annotates utterances is left out, and told."""
    names: dict[str, str] = {}
    stretches: list[ReadStretch] = []
    media, language, others, codes = "", None, dict[str, None](), 0
    for number, line in _lines(text):
        kind, key, told = _parts(line, number)
        if kind == "*":
            stretches += _utterance(names.get(key, key), told, number)
            codes += len(_CODES.findall(_BULLET.sub(" ", told)))
        elif kind == "%":
            others[f"%{key}"] = None
        elif key == "Participants":
            names = dict(_participants(told))
        elif key == "Media":
            media = told.split(",")[0].strip().strip('"')
        elif key == "Languages":
            language = language_tag(told.split(",")[0])
        elif key in _REMARKS:
            others[f"@{key}"] = None
    if not stretches and not text.startswith("@"):
        raise MalformedFile(tr("it is no CHAT: it does not begin with “@”"), 1)
    return ReadTranscript(tuple(stretches), tuple(names.values()), language, media, _notes(others, codes))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each with the number of its first; what goes on behind a tab made one line."""
    begins, gathered = 1, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if gathered and line.startswith(("\t", " ")):
            gathered.append(line)
        elif line.strip():
            if gathered:
                yield begins, " ".join(gathered)
            begins, gathered = number, [line]
    if gathered:
        yield begins, " ".join(gathered)


def _parts(line: str, number: int) -> tuple[str, str, str]:
    """What a line begins with, of what it is, and what it says."""
    found = _LINE.match(line)
    if found is None:
        raise MalformedFile(tr("“{text}” begins no line of CHAT", text=line.strip()[:60]), number)
    return found["kind"], found["key"].strip(), found["text"] or ""


def _participants(told: str) -> Iterator[tuple[str, str]]:
    """Their codes and names; where there is no name but a role alone, the code is the name."""
    for each in told.split(","):
        if fields := each.split():
            yield fields[0], fields[1].replace("_", " ") if len(fields) > 2 else fields[0]


def _utterance(speaker: str, told: str, number: int) -> Iterator[ReadStretch]:
    """What stands before each of its times; what stands behind the last has none."""
    place, is_first = 0, True
    for found in (*_BULLET.finditer(told), None):
        said = _said(told[place : found.start() if found else len(told)])
        start_ms, end_ms = _times_ms(found, number) if found else (None, None)
        if said:
            yield ReadStretch(speaker, start_ms, end_ms, said, opens_turn=is_first)
            is_first = False
        place = found.end() if found else place


def _times_ms(found: re.Match[str], number: int) -> tuple[int, int]:
    return _time_ms(found[1] or found[3], number), _time_ms(found[2] or found[4], number)


def _time_ms(told: str, number: int) -> int:
    if int(told) > MOST_MS:
        raise MalformedFile(tr("“{text}” is no time", text=told), number)
    return int(told)


def _said(text: str) -> str:
    said = _NOTHING.sub(" ", _CODES.sub(" ", text))
    for written, meant in (*_ENDINGS, *_ENDINGS_OF_QUOTES):
        said = said.replace(written, meant)
    said = _COMPOUND.sub("-", _TAG.sub(",", _IN_WORDS.sub("", said))).replace("_", " ")
    return _BEFORE_PUNCTUATION.sub(r"\1", " ".join(said.split())).lstrip(".?!,;:…– ")


def _notes(others: Iterable[str], codes: int) -> tuple[str, ...]:
    told = ", ".join(others)
    lines = (tr("Left out, for nobody says it: {lines}.", lines=told),) if told else ()
    return (*lines, *remarks_left_out(codes))
