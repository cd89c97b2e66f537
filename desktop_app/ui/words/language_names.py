"""What the languages that are spoken in recordings are called, with their codes."""

from PySide6.QtCore import QLocale

from desktop_app.core.transcript.spoken_languages import LANGUAGE_NAMES


def name_and_code(code: str) -> str:
    """'English (en)'; the code alone where it is not known."""
    if code in LANGUAGE_NAMES:
        return f"{LANGUAGE_NAMES[code]} ({code})"
    language = QLocale(code).language()
    known = language not in {QLocale.Language.C, QLocale.Language.AnyLanguage}
    return f"{QLocale.languageToString(language)} ({code})" if known else code
