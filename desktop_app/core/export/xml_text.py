"""Text that XML can carry."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit_for_xml(text: str) -> str:
    """The text without what XML 1.0 cannot carry, not even escaped. It is not escaped here."""
    return _NOT_XML.sub("", text)
