"""Looks for a query in one text after the other, in whichever way a person chose."""

from collections.abc import Sequence

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import FindOptions, Found, PlainQuery
from desktop_app.core.editing.patterns import PatternSearch
from desktop_app.core.editing.text_folding import folded
from desktop_app.jobs.pattern_finder import PatternFinder
from desktop_app.ui.state.shown_turn import utf16_units


class Finder:
    """What was folded for one query need not be folded for the next.

    trouble: why nothing is found by this query, in a sentence; '' where nothing is wrong with it.
    """

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}
        self._patterns = PatternFinder()
        self._plain = PlainQuery("")
        self._pattern: PatternSearch | None = None
        self._matched: dict[str, list[tuple[int, int]]] = {}
        self.trouble = ""

    @property
    def query(self) -> str:
        """What is looked for; '' where nothing is."""
        return self._plain.wanted if self._pattern is None else self._pattern.text

    def look_for(self, query: str, options: FindOptions | None = None) -> None:
        """Look for this from now on; nothing is found where it is blank."""
        options = options or FindOptions()
        self._plain = PlainQuery(query, options.whole_words, options.match_case)
        self._pattern = PatternSearch(query, options) if options.is_pattern and query.strip() else None
        self._matched.clear()
        self.trouble = ""

    def prepare(self, options: FindOptions) -> None:
        """A query is about to come."""
        if options.is_pattern:
            self._patterns.prepare()
        else:
            self._patterns.close()

    def forget(self) -> None:
        """No other query follows for now."""
        self._seen.clear()
        self._matched.clear()
        self._patterns.close()

    def see(self, text: str) -> str:
        """Fold a text, if it is not."""
        seen = self._seen.get(text)
        if seen is None:
            seen = self._seen[text] = folded(text)
        return seen

    def look_through(self, texts: Sequence[str]) -> None:
        """These are the texts that will be asked about: an expression is tried on all of them at once."""
        if self._pattern is None or self.trouble:
            return
        new = list(dict.fromkeys(text for text in texts if text not in self._matched))
        try:
            found = self._patterns.spans(self._pattern, new) if new else []
        except PatternError as error:
            self.trouble = str(error)
            self._matched.clear()
        else:
            self._matched.update(zip(new, found, strict=True))

    def count(self, text: str) -> int:
        """How often the query is in a text."""
        if self._pattern is not None:
            return len(self._matched.get(text, ()))
        return self._plain.count(text, text if self._plain.match_case else self._seen.get(text) or self.see(text))

    def find(self, text: str) -> list[tuple[int, int]]:
        """Every [start, end) of the query in a text, in UTF-16 units, as Qt counts."""
        return [(utf16_units(text[:start]), utf16_units(text[:end])) for start, end in self._spans(text)]

    def replacements(self, texts: Sequence[str], new: str) -> list[list[Found]]:
        """The same in characters, with what is to stand there. PatternError where the expression cannot give it."""
        if self._pattern is not None:
            return self._patterns.found(self._pattern, texts, new)
        return [[Found(*span, new) for span in self._spans(text)] for text in texts]

    def _spans(self, text: str) -> list[tuple[int, int]]:
        if self._pattern is not None:
            return self._matched.get(text, [])
        return self._plain.find(text, text if self._plain.match_case else self.see(text))
