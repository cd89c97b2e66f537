"""Text that can stand in XML, whatever is in it."""

import re
from html import escape

from desktop_app.core.export.one_line import one_line

_IN_NO_XML = re.compile("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text on one line, escaped for an element or an attribute in double quotes; what XML has no way to write is
    replaced."""
    return escape(_IN_NO_XML.sub("\ufffd", one_line(text)))
