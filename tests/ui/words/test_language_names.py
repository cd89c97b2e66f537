"""What languages are called."""

from PySide6.QtCore import QLocale

from desktop_app.core.asr.language import V3_LANGUAGES
from desktop_app.ui.words.language_names import _NAMES, language_name


def test_languages_have_their_name_and_code() -> None:
    assert language_name("en") == "English (en)"
    assert language_name("cy") == "Welsh (cy)"
    assert language_name("xx-unknown") == "xx-unknown"


def test_every_language_that_can_be_transcribed_has_a_name_of_its_own() -> None:
    assert {code: QLocale.languageToString(QLocale(code).language()) for code in V3_LANGUAGES} == _NAMES
