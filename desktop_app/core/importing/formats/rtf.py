"""RTF: a transcript of f4 or of an older Word; its paragraphs are read as plain text is."""

import re

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.formats import plain_text
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr footnote themedata "
    b"listtable listoverridetable generator datastore latentstyles xmlnstbl rsidtbl fldinst bkmkstart bkmkend".split()
)
"""Groups that hold no text of the document."""
_LETTERS = {
    b"par": "\n\n",
    b"line": "\n",
    b"tab": "\t",
    b"cell": "\t",
    b"row": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
}
_SYMBOLS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n\n", b"\r": "\n\n"}
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def read(data: bytes) -> ReadTranscript:
    """The text. MalformedFile where it is no RTF."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise MalformedFile(tr("it is no RTF"), 1)
    text = _Text()
    for found in _TOKEN.finditer(data):
        text.take(found)
    return plain_text.read(_whole("".join(text.said)))


class _Text:
    """What is said so far; the groups that are open, each with whether it is skipped and how many letters stand for one
    of Unicode's."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._groups: list[tuple[bool, int]] = []
        self._is_skipped, self._substitutes = False, 1
        self._left_out = 0
        self._encoding = "cp1252"

    def take(self, found: re.Match[bytes]) -> None:
        """Take the next token."""
        word, number, byte, symbol, bracket, plain = found.groups()
        if bracket is not None:
            self._bracket(bracket)
        elif word is not None:
            self._word(word, int(number) if number else None)
        elif symbol == b"*":
            self._is_skipped = True
        elif symbol is not None:
            self._say(_SYMBOLS.get(symbol, ""))
        elif byte is not None:
            self._say(bytes([int(byte, 16)]).decode(self._encoding, "replace"))
        elif plain is not None:
            self._say(plain.decode(self._encoding, "replace"))

    def _bracket(self, bracket: bytes) -> None:
        if bracket == b"{":
            self._groups.append((self._is_skipped, self._substitutes))
        elif self._groups:
            self._is_skipped, self._substitutes = self._groups.pop()
        self._left_out = 0

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _SKIPPED:
            self._is_skipped = True
        elif word in _LETTERS:
            self._say(_LETTERS[word])
        elif word == b"uc":
            self._substitutes = max(0, min(number or 0, 10))
        elif word == b"u" and number is not None:
            self._left_out = 0
            self._say(chr(number % 0x10000))
            self._left_out = self._substitutes
        elif word == b"ansicpg" and number in {437, 850, 874, *range(1250, 1259)}:
            self._encoding = f"cp{number}"

    def _say(self, text: str) -> None:
        """Say it, but for what stands for a letter that was said already."""
        left_out, self._left_out = self._left_out, max(0, self._left_out - len(text))
        if not self._is_skipped:
            self.said.append(text[left_out:])


def _whole(text: str) -> str:
    """The text with both halves of letters put together, and halves that stand alone replaced."""
    whole = _SURROGATES.sub(lambda found: found[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)
    return whole.encode("utf-8", "replace").decode("utf-8")
