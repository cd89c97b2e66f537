"""Whether a licence lets its work be part of an application that is passed on under the GNU GPL, version 3."""

import re

_COMPATIBLE = frozenset(
    [
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSD-3-Clause-Clear",
        "BSL-1.0",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "MIT-open-group",
        "PSF-2.0",
        "Unicode-3.0",
        "Unlicense",
        "X11",
        "Zlib",
        "blessing",
        "bzip2-1.0.6",
        "CC-BY-4.0",
        "LGPL-2.0-or-later",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "GPL-2.0-or-later",
        "GPL-3.0-only",
        "GPL-3.0-or-later",
    ]
)
"""As the Free Software Foundation lists them, or as they allow any use. An LGPL 2.1 may be turned into a later GPL."""
_TOKEN = re.compile(r"[()]|[\w.+-]+")


def goes_with_gpl_3(expression: str) -> bool:
    """Whether one of the choices that an SPDX expression offers does; an exception only ever allows more."""
    tokens = _TOKEN.findall(re.sub(r"\bWITH\s+[\w.-]+", "", expression))
    return bool(tokens) and _any_of(tokens)


def _any_of(tokens: list[str]) -> bool:
    goes = _all_of(tokens)
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        goes = _all_of(tokens) or goes
    return goes


def _all_of(tokens: list[str]) -> bool:
    goes = _one(tokens)
    while tokens and tokens[0] == "AND":
        tokens.pop(0)
        goes = _one(tokens) and goes
    return goes


def _one(tokens: list[str]) -> bool:
    first = tokens.pop(0)
    if first != "(":
        return first in _COMPATIBLE
    goes = _any_of(tokens)
    tokens.pop(0)
    return goes
