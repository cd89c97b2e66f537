"""The words that were selected are found in another wording."""

import pytest

from desktop_app.ui.transcript.kept_selection import kept_stretch


def stretch(old: str, new: str, selected: str) -> str | None:
    start = old.index(selected)
    kept = kept_stretch(old, new, start, start + len(selected))
    return None if kept is None else new[kept[0] : kept[1]]


@pytest.mark.parametrize(
    ("old", "new", "selected", "kept"),
    [
        ("and then we had one crane", "And then, we had one crane.", "then we", "then, we"),
        ("we had one crane", "so yes we had one crane", "we had", "we had"),
        ("we had one crane", "we had a crane", "one crane", "crane"),
        ("we had one crane", "we had a train", "one crane", None),
        ("Kragsandbank", "on Kragsandbank", "sand", "sand"),
        ("well yes.", "well, yes!", "yes", "yes"),
        ("well yes.", "well, yes!", "yes.", "yes"),
        ("we had\none crane", "we\nhad one\ncrane", "had\none", "had one"),
        ("no no no yes", "no no yes", "yes", "yes"),
        ("yes …", "yes no …", "yes …", "yes"),
    ],
)
def test_what_was_selected_is_what_is_kept(old: str, new: str, selected: str, kept: str | None) -> None:
    assert stretch(old, new, selected) == kept
