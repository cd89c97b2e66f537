import pytest

from desktop_app.core.asr.language import foreign_language, language_of, spoken_languages
from desktop_app.core.models.known_languages import PARAKEET_LANGUAGES

ENGLISH = "It was the best of times, it was the worst of times, it was the age of wisdom"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (ENGLISH, "en"),
        ("uh yeah so um I mean like you know we we went there and uh it was okay I guess yeah yeah", "en"),
        ("Ich glaube, wir sollten jetzt nach Hause gehen, weil es schon sehr spät ist", "de"),
        ("Je pense que nous devrions rentrer à la maison maintenant parce qu'il est tard", "fr"),
        ("Creo que deberíamos ir a casa ahora porque ya es muy tarde y mañana hay trabajo", "es"),
        ("Я думаю, що нам треба йти додому, бо вже дуже пізно", "uk"),
        ("Naħseb li issa għandna mmorru d-dar għax diġà sar ħafna ħin", "mt"),
        ("Manau, kad mums reikėtų eiti namo, nes jau labai vėlu", "lt"),
    ],
)
def test_a_language_of_the_model_is_told(text: str, tag: str) -> None:
    assert language_of(text, PARAKEET_LANGUAGES).tag == tag
    assert language_of(text, PARAKEET_LANGUAGES).warning is None


@pytest.mark.parametrize("text", ["", "Okay.", "So, yes, fine, go on.", "1234567890 1234567890 1234567890"])
def test_too_few_letters_tell_nothing(text: str) -> None:
    assert language_of(text, PARAKEET_LANGUAGES).tag is None
    assert language_of(text, PARAKEET_LANGUAGES).warning is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bugun eve gidiyorum ve sonra arkadasimla birlikte yemek yiyecegiz, hava cok guzel", "tr"),
        ("Saya pergi ke pasar hari ini karena saya ingin membeli sayuran dan buah untuk keluarga", "id"),
        ("Pupunta ako sa palengke ngayon dahil gusto kong bumili ng gulay at prutas para sa pamilya", "tl"),
        ("Mimi ninaenda sokoni leo kununua mboga na matunda kwa ajili ya familia yangu", "sw"),
    ],
)
def test_words_of_a_language_the_model_does_not_know_are_warned_of(text: str, named: str) -> None:
    guess = language_of(text, PARAKEET_LANGUAGES)
    assert guess.tag is None
    assert guess.warning is not None
    assert f"({named}," in guess.warning


def test_a_language_written_as_it_sounds_is_not_taken_for_one_the_model_knows() -> None:
    hindi = "Mujhe lagta hai ki humein ab ghar jaana chahiye kyunki bahut der ho gayi hai aur kal subah kaam bhi hai"
    assert language_of(hindi, PARAKEET_LANGUAGES).tag is None


def test_names_from_elsewhere_are_no_other_language() -> None:
    text = "Okay Priya, Rajesh, Venkatesh and Subramanian will join the Kubernetes call with Hashicorp"
    assert language_of(text, PARAKEET_LANGUAGES).warning is None


def test_a_model_of_one_language_writes_that() -> None:
    assert language_of("", ["en"]).tag == "en"
    assert language_of("Ich glaube, wir sollten jetzt nach Hause gehen", ["en"]).tag == "en"


def test_the_same_text_gives_the_same_answer_whatever_was_asked_before() -> None:
    first = language_of(ENGLISH, PARAKEET_LANGUAGES)
    language_of(ENGLISH, ["de", "fr"])
    assert language_of(ENGLISH, PARAKEET_LANGUAGES) == first


GERMAN = (
    "Gestern waren wir bei meiner Mutter im Garten, und sie hat uns von früher erzählt, als die Straße noch nicht "
    "gebaut war. Ich weiß nicht, ob das stimmt, aber so hat sie es gesagt."
)
LONG_ENGLISH = (
    "Yesterday we were at my mother's in the garden, and she told us what it was like before, when the road had not "
    "been built yet. I do not know whether that is true, but that is what she said."
)


def test_where_people_mix_languages_that_of_most_letters_comes_first() -> None:
    texts = [GERMAN, LONG_ENGLISH, "Ja.", GERMAN, GERMAN, LONG_ENGLISH, LONG_ENGLISH, GERMAN, GERMAN]
    assert spoken_languages(texts, PARAKEET_LANGUAGES) == ("de", "en")
    assert spoken_languages(texts[::-1], PARAKEET_LANGUAGES) == ("de", "en")


def test_a_quotation_and_short_turns_are_no_second_language() -> None:
    assert spoken_languages([GERMAN, GERMAN, GERMAN, LONG_ENGLISH], PARAKEET_LANGUAGES) == ("de",)
    assert spoken_languages(["Ja, genau so war das", "Yes, that is how it was"] * 50, PARAKEET_LANGUAGES) == ()


def test_a_language_that_is_not_known_is_named() -> None:
    turkish = "Bugun eve gidiyorum ve sonra arkadasimla birlikte yemek yiyecegiz, hava cok guzel"
    assert foreign_language(turkish, PARAKEET_LANGUAGES) == "tr"
    assert foreign_language(GERMAN, PARAKEET_LANGUAGES) is None
    assert foreign_language("Okay.", PARAKEET_LANGUAGES) is None
