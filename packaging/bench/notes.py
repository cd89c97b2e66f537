"""What people wrote about the figures, in docs/benchmarks-notes.md.

Its sections go under the page's of the same title, and those without such behind them.
"""

from collections.abc import Mapping

_HEADING = "## "


def read_notes(text: str) -> Mapping[str, str]:
    """The text under every heading of the second level, by the heading's; what stands before the first is left out."""
    sections = (part.partition("\n") for part in f"\n{text}".split(f"\n{_HEADING}")[1:])
    return {title.strip(): body.strip() for title, _, body in sections}
