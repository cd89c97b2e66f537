"""Regular expressions over texts, and what they put in the place of what they match.

How long one takes nobody can say before: the window asks a process of its own, which it can end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from warnings import catch_warnings, simplefilter

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import WORD, FindOptions, Found
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class PatternSearch:
    """What to look for, and how. Matches of no letter are none; PatternError where it is no expression."""

    text: str
    options: FindOptions

    def spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Every [start, end) in each text, in characters: plain, as there may be very many to send."""
        find = compiled(self.text, self.options).finditer
        return [[span for match in find(text) if (span := match.span())[0] < span[1]] for text in texts]

    def found(self, texts: Sequence[str], new: str) -> list[list[Found]]:
        """The same, with what is to stand there: \\1 and \\g<name> in `new` stand for groups. PatternError where they
        cannot."""
        pattern = compiled(self.text, self.options)
        _check(pattern, new)
        return [
            [Found(*match.span(), match.expand(new)) for match in pattern.finditer(text) if match[0]] for text in texts
        ]


def compiled(text: str, options: FindOptions) -> re.Pattern[str]:
    """The expression. PatternError, with a sentence, where it is none."""
    flags = re.NOFLAG if options.match_case else re.IGNORECASE
    try:
        with catch_warnings():
            simplefilter("ignore")  # what may mean something else in some later Python means what it means
            pattern = re.compile(text, flags)
            return re.compile(WORD.format(text), flags) if options.whole_words else pattern
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(tr("This is no regular expression: {why}.", why=_why(error))) from error


def _check(pattern: re.Pattern[str], new: str) -> None:
    try:
        pattern.sub(new, "")
    except (re.error, IndexError) as error:
        raise PatternError(tr("Nothing can be replaced by this: {why}.", why=_why(error))) from error


def _why(error: Exception) -> str:
    """'missing ), unterminated subpattern at character 4'."""
    if isinstance(error, re.error) and error.pos is not None:
        return tr("{error} at character {place}", error=error.msg, place=error.pos + 1)
    return str(error) or tr("it is too long")
