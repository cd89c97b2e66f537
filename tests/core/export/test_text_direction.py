"""Which way a text runs is decided by its first letter that tells."""

import pytest

from desktop_app.core.export.text_direction import runs_to_the_left


@pytest.mark.parametrize(
    ("text", "leftward"),
    [("hello", False), ("שלום", True), ("... 12 مرحبا", True), ("Anna שלום", False), ("", False), ("12 –", False)],
)
def test_the_first_letter_with_a_direction_tells(text: str, leftward: bool) -> None:
    assert runs_to_the_left(text) is leftward
