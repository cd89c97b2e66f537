"""Whisper's names of languages, and the tags that everybody else uses."""

_TAGS = {"jw": "jv"}
"""By Whisper's name; the others are tags already."""
_ALSO = {"nb": "no", "iw": "he", "in": "id", "fil": "tl", "cmn": "zh", "mo": "ro"}
"""Languages that Whisper knows under another tag."""


def tag_of(name: str) -> str:
    """The BCP 47 tag of a language that Whisper names so."""
    return _TAGS.get(name, name)


def name_of(tag: str) -> str:
    """Whisper's name of the language with this tag, as `tag_of` gives."""
    return next((name for name, each in _TAGS.items() if each == tag), tag)


def plain_tag(tag: str) -> str:
    """'pt' for 'pt-BR' and 'no' for 'nb': the tag without region and script, as Whisper would have it."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return _ALSO.get(language, tag_of(language))
