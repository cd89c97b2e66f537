import pytest

from desktop_app.core.asr.credit_lines import is_credit_line


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.",
        "you",
        "Thanks for watching!",
        "© transcript Emily Beynon",
        "Subtitles by the Amara.org community",
        "Untertitel der Amara.org-Community",
        "Sous-titrage Société Radio-Canada",
        "Vielen Dank fürs Zuschauen!",
        "Спасибо за просмотр!",
        "ご視聴ありがとうございました。",
        "字幕志愿者 李宗盛",
    ],
)
def test_the_last_lines_of_films_are_known(text: str) -> None:
    assert is_credit_line(text)


@pytest.mark.parametrize(
    "text", ["", "Thank you for the coffee, Anna.", "I thank you", "The end of the line", "tackle"]
)
def test_what_only_begins_like_one_is_none(text: str) -> None:
    assert not is_credit_line(text)
