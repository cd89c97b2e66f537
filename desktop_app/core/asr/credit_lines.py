"""What recognisers write where nobody speaks: thanks and credits, as subtitles of films end with."""

import unicodedata

_ENDINGS = """
you|thank you|thanks|thank you very much|thank you so much|thank you for watching|thanks for watching
thank you for listening|thanks for listening|thank you for your attention|please subscribe|see you next time
see you in the next video|like and subscribe|bye|bye bye|the end|to be continued|music|applause|laughter|silence
danke|vielen dank|danke fürs zuschauen|vielen dank fürs zuschauen|vielen dank für ihre aufmerksamkeit
bis zum nächsten mal|das war's für heute|merci|merci d'avoir regardé|merci d'avoir regardé cette vidéo
merci de votre attention|abonnez-vous|à bientôt|gracias|muchas gracias|gracias por ver|gracias por ver el video
suscríbete|suscríbete al canal|obrigado|obrigada|obrigado por assistir|grazie|grazie per la visione
grazie per aver guardato|grazie per aver guardato il video|bedankt|bedankt voor het kijken|tot de volgende keer
dziękuję|dziękuję za oglądanie|dziękuję za uwagę|děkuji|děkuji za pozornost|děkuji za sledování|tack
tack för att ni tittade|tack för att du tittade|tak|tak fordi du så med|takk|takk for at du så på|kiitos
kiitos kun katsoitte|köszönöm|köszönöm a figyelmet|mulțumesc|mulțumesc pentru vizionare|teşekkürler
izlediğiniz için teşekkürler|izlediğiniz için teşekkür ederim|спасибо|спасибо за просмотр|спасибо за внимание
продолжение следует|подписывайтесь на канал|дякую|дякую за перегляд|ευχαριστώ
ご視聴ありがとうございました|ありがとうございました
谢谢|谢谢大家|谢谢观看|谢谢收看|請訂閱|请订阅|감사합니다|시청해주셔서 감사합니다|구독과 좋아요 부탁드립니다
شكرا|شكرا للمشاهدة|شكرا لكم|اشتركوا في القناة|תודה|תודה שצפיתם|धन्यवाद|cảm ơn các bạn đã theo dõi|terima kasih
"""
_CREDITS = """
amara.org|subtitles by|subtitle by|subtitled by|subtitling|captions by|captioned by|captioning|transcript by
transcription by|transcribed by|translated by|translation by|transcript emily beynon|copyright|all rights reserved
untertitel|sous-titres|sous-titrage|subtítulos|subtitulado|subtitulos|legendas|legendado|sottotitoli|ondertitel
ondertiteld|ondertiteling|napisy|titulky|undertexter|undertexting|tekstet av|tekstning|tekstitys|felirat|subtitrare
altyazı|субтитры|редактор субтитров|субтитри|υπότιτλοι|字幕|자막|ترجمة|כתוביות
"""


def is_credit_line(text: str) -> bool:
    """Whether that is all there is: a film's last words, in any of some thirty languages; or the line names who wrote
    its subtitles."""
    plain = _plain(text)
    return plain in _ENDING_LINES or any(credit in plain for credit in _CREDIT_WORDS)


def _plain(text: str) -> str:
    """The text in lower case without punctuation or accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return " ".join("".join(kept).split())


def _listed(lines: str) -> frozenset[str]:
    return frozenset(_plain(line) for part in lines.split("\n") for line in part.split("|") if line)


_ENDING_LINES, _CREDIT_WORDS = _listed(_ENDINGS), _listed(_CREDITS)
