"""A letter for every label, as long as there are letters."""

import pytest

from desktop_app.ui.settings.mnemonics import with_mnemonics


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["Engine", "Device"], ["&Engine", "&Device"]),
        (["Engine", "Engine"], ["&Engine", "E&ngine"]),
        (["ab", "a"], ["a&b", "&a"]),
        (["abc", "ab", "a"], ["ab&c", "a&b", "&a"]),
        (["a", "a"], ["&a", "a"]),
        (["Über", "…"], ["&Über", "…"]),
        ([], []),
    ],
)
def test_each_has_one_of_its_own(labels: list[str], found: list[str]) -> None:
    assert with_mnemonics(labels) == found
