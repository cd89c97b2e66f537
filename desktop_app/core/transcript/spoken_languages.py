"""The languages that people speak in recordings: their tags, and what they are called in the window's language."""

import unicodedata
from collections.abc import Iterable, Mapping

from desktop_app.translation import tr

AUTO = "auto"
"""In the place of a tag: nobody has said which language it is."""
LANGUAGE_NAMES: Mapping[str, str] = {
    "af": tr("Afrikaans"),
    "am": tr("Amharic"),
    "ar": tr("Arabic"),
    "as": tr("Assamese"),
    "az": tr("Azerbaijani"),
    "ba": tr("Bashkir"),
    "be": tr("Belarusian"),
    "bg": tr("Bulgarian"),
    "bn": tr("Bengali"),
    "bo": tr("Tibetan"),
    "br": tr("Breton"),
    "bs": tr("Bosnian"),
    "ca": tr("Catalan"),
    "cs": tr("Czech"),
    "cy": tr("Welsh"),
    "da": tr("Danish"),
    "de": tr("German"),
    "el": tr("Greek"),
    "en": tr("English"),
    "es": tr("Spanish"),
    "et": tr("Estonian"),
    "eu": tr("Basque"),
    "fa": tr("Persian"),
    "fi": tr("Finnish"),
    "fo": tr("Faroese"),
    "fr": tr("French"),
    "gl": tr("Galician"),
    "gu": tr("Gujarati"),
    "ha": tr("Hausa"),
    "haw": tr("Hawaiian"),
    "he": tr("Hebrew"),
    "hi": tr("Hindi"),
    "hr": tr("Croatian"),
    "ht": tr("Haitian Creole"),
    "hu": tr("Hungarian"),
    "hy": tr("Armenian"),
    "id": tr("Indonesian"),
    "is": tr("Icelandic"),
    "it": tr("Italian"),
    "ja": tr("Japanese"),
    "jv": tr("Javanese"),
    "ka": tr("Georgian"),
    "kk": tr("Kazakh"),
    "km": tr("Khmer"),
    "kn": tr("Kannada"),
    "ko": tr("Korean"),
    "la": tr("Latin"),
    "lb": tr("Luxembourgish"),
    "ln": tr("Lingala"),
    "lo": tr("Lao"),
    "lt": tr("Lithuanian"),
    "lv": tr("Latvian"),
    "mg": tr("Malagasy"),
    "mi": tr("Maori"),
    "mk": tr("Macedonian"),
    "ml": tr("Malayalam"),
    "mn": tr("Mongolian"),
    "mr": tr("Marathi"),
    "ms": tr("Malay"),
    "mt": tr("Maltese"),
    "my": tr("Burmese"),
    "ne": tr("Nepali"),
    "nl": tr("Dutch"),
    "nn": tr("Norwegian Nynorsk"),
    "no": tr("Norwegian"),
    "oc": tr("Occitan"),
    "pa": tr("Punjabi"),
    "pl": tr("Polish"),
    "ps": tr("Pashto"),
    "pt": tr("Portuguese"),
    "ro": tr("Romanian"),
    "ru": tr("Russian"),
    "sa": tr("Sanskrit"),
    "sd": tr("Sindhi"),
    "si": tr("Sinhala"),
    "sk": tr("Slovak"),
    "sl": tr("Slovenian"),
    "sn": tr("Shona"),
    "so": tr("Somali"),
    "sq": tr("Albanian"),
    "sr": tr("Serbian"),
    "su": tr("Sundanese"),
    "sv": tr("Swedish"),
    "sw": tr("Swahili"),
    "ta": tr("Tamil"),
    "te": tr("Telugu"),
    "tg": tr("Tajik"),
    "th": tr("Thai"),
    "tk": tr("Turkmen"),
    "tl": tr("Tagalog"),
    "tr": tr("Turkish"),
    "tt": tr("Tatar"),
    "uk": tr("Ukrainian"),
    "ur": tr("Urdu"),
    "uz": tr("Uzbek"),
    "vi": tr("Vietnamese"),
    "yi": tr("Yiddish"),
    "yo": tr("Yoruba"),
    "yue": tr("Cantonese"),
    "zh": tr("Chinese"),
}
"""By BCP 47 tag: every language that some engine of words can write down."""
_ALSO = {"nb": "no", "iw": "he", "in": "id", "jw": "jv", "fil": "tl", "cmn": "zh", "mo": "ro"}
"""Tags that other programs, or other times, have for some of them."""


def language_name(tag: str) -> str:
    """'Finnish'; the tag alone where it is none of those that can be written down."""
    return LANGUAGE_NAMES.get(tag, tag)


def plain_tag(tag: str) -> str:
    """'pt' for 'pt-BR' and 'no' for 'nb': the tag without region and script, as it stands in LANGUAGE_NAMES."""
    language = tag.strip().replace("_", "-").partition("-")[0].lower()
    return _ALSO.get(language, language)


def by_name(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags in the order of the languages' names; accents do not count."""
    return tuple(sorted(tags, key=lambda tag: _folded(language_name(tag))))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
