import pytest

from desktop_app.core.asr.language import V3_LANGUAGES, language_of

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
    assert language_of(text, V3_LANGUAGES).tag == tag
    assert language_of(text, V3_LANGUAGES).warning is None


@pytest.mark.parametrize("text", ["", "Okay.", "So, yes, fine, go on.", "1234567890 1234567890 1234567890"])
def test_too_few_letters_tell_nothing(text: str) -> None:
    assert language_of(text, V3_LANGUAGES).tag is None
    assert language_of(text, V3_LANGUAGES).warning is None


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
    guess = language_of(text, V3_LANGUAGES)
    assert guess.tag is None
    assert guess.warning is not None
    assert f"({named}," in guess.warning


def test_a_language_written_as_it_sounds_is_not_taken_for_one_the_model_knows() -> None:
    hindi = "Mujhe lagta hai ki humein ab ghar jaana chahiye kyunki bahut der ho gayi hai aur kal subah kaam bhi hai"
    assert language_of(hindi, V3_LANGUAGES).tag is None


def test_names_from_elsewhere_are_no_other_language() -> None:
    text = "Okay Priya, Rajesh, Venkatesh and Subramanian will join the Kubernetes call with Hashicorp"
    assert language_of(text, V3_LANGUAGES).warning is None


def test_a_model_of_one_language_writes_that() -> None:
    assert language_of("", ["en"]).tag == "en"
    assert language_of("Ich glaube, wir sollten jetzt nach Hause gehen", ["en"]).tag == "en"


def test_the_same_text_gives_the_same_answer_whatever_was_asked_before() -> None:
    first = language_of(ENGLISH, V3_LANGUAGES)
    language_of(ENGLISH, ["de", "fr"])
    assert language_of(ENGLISH, V3_LANGUAGES) == first
