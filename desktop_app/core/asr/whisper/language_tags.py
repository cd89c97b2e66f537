"""Whisper's names of languages, and the tags that everybody else uses."""

_TAGS = {"jw": "jv"}
"""By Whisper's name; the others are tags already."""


def tag_of(name: str) -> str:
    """The BCP 47 tag of a language that Whisper names so."""
    return _TAGS.get(name, name)


def name_of(tag: str) -> str:
    """Whisper's name of the language with this tag, as `tag_of` gives."""
    return next((name for name, each in _TAGS.items() if each == tag), tag)
