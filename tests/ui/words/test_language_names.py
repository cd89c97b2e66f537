"""What languages are called."""

import pytest
from PySide6.QtCore import QLocale

from desktop_app.core.transcript.spoken_languages import LANGUAGE_NAMES
from desktop_app.ui.words.language_names import name_and_code

_OTHERWISE = {"bn": "Bengali", "mi": "Maori", "no": "Norwegian", "tl": "Tagalog"}
"""What people who speak of transcripts call otherwise than Qt does."""


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English (en)"), ("tl", "Tagalog (tl)"), ("ga", "Irish (ga)"), ("xx-unknown", "xx-unknown")],
)
def test_languages_have_their_name_and_code(code: str, name: str) -> None:
    assert name_and_code(code) == name


def test_every_language_that_can_be_transcribed_is_called_as_qt_calls_it() -> None:
    names = {code: QLocale.languageToString(QLocale(code).language()) for code in LANGUAGE_NAMES}
    assert names | _OTHERWISE == LANGUAGE_NAMES
