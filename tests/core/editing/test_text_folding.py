"""Words are found however case, accents, quotes and dashes are written, and what is found is the real text."""

import pytest

from desktop_app.core.editing.text_folding import count_folded, find_folded, folded


def hits(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find_folded(text, folded(text), folded(query))]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Müller, MÜLLER, muller", "muller", ["Müller", "MÜLLER", "muller"]),
        ("Müller", "MÜLLER", ["Müller"]),
        ("Mu\u0308ller said", "müller", ["Mu\u0308ller"]),
        ("Müller", "MU\u0308LLER", ["Müller"]),
        ("die Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("die Strasse", "straße", ["Strasse"]),
        ("I don’t, you don't", "don't", ["don’t", "don't"]),
        ("I don't", "don’t", ["don't"]),
        ("er sagte „ja“", '"ja"', ["„ja“"]),
        ("1990–1995", "1990-1995", ["1990–1995"]),
        ("naïve café", "CAFE", ["café"]),
        ("e\u0301\u0301x", "e", ["e\u0301\u0301"]),
        ("Ångström in Łódź", "lodz", ["Łódź"]),
        ("ﬁnding", "find", ["ﬁnd"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("ГЁТЕ", "гете", ["ГЁТЕ"]),
        ("Σίσυφος", "ΣΙΣΥΦΟΣ", ["Σίσυφος"]),
        ("a\N{NO-BREAK SPACE}crane", "a crane", ["a\N{NO-BREAK SPACE}crane"]),
        ("𝄞 Zoë 𝄞", "zoe", ["Zoë"]),
        ("Straße", "s", ["S", "ß"]),
        ("Straße", "ras", ["raß"]),
        ("so … what", ".", ["…"]),
        ("plain", "\u0301", []),
    ],
)
def test_what_is_found_is_the_text_as_it_stands(text: str, query: str, expected: list[str]) -> None:
    assert (hits(text, query) if folded(query) else []) == expected
    if expected:
        assert count_folded(text, folded(text), folded(query)) == len(expected)


def test_a_kana_is_not_another_one() -> None:
    assert hits("か", "が") == []
