"""What the languages that are spoken in recordings are called."""

from PySide6.QtCore import QLocale

from desktop_app.translation import tr

_NAMES = {
    "bg": tr("Bulgarian"),
    "cs": tr("Czech"),
    "da": tr("Danish"),
    "de": tr("German"),
    "el": tr("Greek"),
    "en": tr("English"),
    "es": tr("Spanish"),
    "et": tr("Estonian"),
    "fi": tr("Finnish"),
    "fr": tr("French"),
    "hr": tr("Croatian"),
    "hu": tr("Hungarian"),
    "it": tr("Italian"),
    "lt": tr("Lithuanian"),
    "lv": tr("Latvian"),
    "mt": tr("Maltese"),
    "nl": tr("Dutch"),
    "pl": tr("Polish"),
    "pt": tr("Portuguese"),
    "ro": tr("Romanian"),
    "ru": tr("Russian"),
    "sk": tr("Slovak"),
    "sl": tr("Slovenian"),
    "sv": tr("Swedish"),
    "uk": tr("Ukrainian"),
}


def language_name(code: str) -> str:
    """'English (en)'; the code alone where it is not known."""
    language = QLocale(code).language()
    known = language not in {QLocale.Language.C, QLocale.Language.AnyLanguage}
    return f"{_NAMES.get(code) or QLocale.languageToString(language)} ({code})" if known else code
