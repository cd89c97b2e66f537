"""Regular expressions over texts, and what they put in the place of what they match.

How long one takes nobody can say before: the window asks a process of its own, which it can end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from warnings import catch_warnings, simplefilter

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import WORD, FindOptions, Found


@dataclass(frozen=True, slots=True)
class PatternSearch:
    """What to look for, and what to put in its place: with \\1 and \\g<name> for groups; None where nothing is."""

    text: str
    options: FindOptions
    new: str | None = None

    def found(self, texts: Sequence[str]) -> list[list[Found]]:
        """The matches in each text; those of no letter are none. PatternError where it is no expression."""
        pattern = compiled(self.text, self.options)
        if self.new is not None:
            _check(pattern, self.new)
        return [_matches(pattern, text, self.new) for text in texts]


def compiled(text: str, options: FindOptions) -> re.Pattern[str]:
    """The expression. PatternError, with a sentence, where it is none."""
    flags = re.NOFLAG if options.match_case else re.IGNORECASE
    try:
        with catch_warnings():
            simplefilter("ignore")  # what may mean something else in some later Python means what it means
            pattern = re.compile(text, flags)
            return re.compile(WORD.format(text), flags) if options.whole_words else pattern
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"This is no regular expression: {_why(error)}.") from error


def _check(pattern: re.Pattern[str], new: str) -> None:
    try:
        pattern.sub(new, "")
    except (re.error, IndexError) as error:
        raise PatternError(f"Nothing can be replaced by this: {_why(error)}.") from error


def _why(error: Exception) -> str:
    """'missing ), unterminated subpattern at character 4'."""
    if isinstance(error, re.error) and error.pos is not None:
        return f"{error.msg} at character {error.pos + 1}"
    return str(error) or "it is too long"


def _matches(pattern: re.Pattern[str], text: str, new: str | None) -> list[Found]:
    matches = (match for match in pattern.finditer(text) if match.end() > match.start())
    return [Found(*match.span(), "" if new is None else match.expand(new)) for match in matches]
