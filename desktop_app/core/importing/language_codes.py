"""Languages as other programs write them down, as tags."""

import re

_OF_THREE_LETTERS = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cym": "cy", "cze": "cs", "dan": "da", "deu": "de",
    "dut": "nl", "ell": "el", "eng": "en", "est": "et", "eus": "eu", "fin": "fi", "fra": "fr", "fre": "fr",
    "ger": "de", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "isl": "is", "ita": "it",
    "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl", "nor": "no", "pol": "pl", "por": "pt",
    "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tha": "th",
    "tur": "tr", "ukr": "uk", "zho": "zh",
}  # fmt: skip
_NAMES = {
    "arabic": "ar", "czech": "cs", "dutch": "nl", "english": "en", "french": "fr", "german": "de", "italian": "it",
    "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es",
}  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")


def language_tag(told: str) -> str | None:
    """The tag of a language that is told as a code or an English name; None where that is neither."""
    word = told.strip().casefold()
    known = _OF_THREE_LETTERS.get(word) or _NAMES.get(word)
    return known or (told.strip() if _TAG.fullmatch(told.strip()) else None)
