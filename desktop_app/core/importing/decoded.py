"""Bytes into text, whatever wrote them."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16, whose mark it begins with."""
_LOOKED_AT = 4096


def decoded(data: bytes) -> str:
    """The text, its lines ended by line feeds.

    A byte order mark decides; without one it is UTF-16 where every other byte is nothing, UTF-8 if it can be, else
    Windows' Western code page, in whose gaps Latin-1 stands. A letter that was cut in half becomes a replacement mark.
    """
    return decoded_with_line_ends(data).replace("\r\n", "\n").replace("\r", "\n")


def decoded_with_line_ends(data: bytes) -> str:
    """The same with its lines ended as they are in the file, for formats that count its letters."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if encoding := _unmarked_utf16(data):
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4 and error.reason == "unexpected end of data":
            return data.decode("utf-8", "replace")  # a file that was cut off, not one in another encoding
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _unmarked_utf16(data: bytes) -> str:
    head = data[:_LOOKED_AT]
    if len(head) < 2:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 2 < len(head) // 2 or min(even, odd) * 8 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"
