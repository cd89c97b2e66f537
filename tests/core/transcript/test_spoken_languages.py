import pytest

from desktop_app.core.transcript.spoken_languages import LANGUAGE_NAMES, by_name, language_name, plain_tag


@pytest.mark.parametrize(
    ("tag", "plain"),
    [("de", "de"), ("de-AT", "de"), ("pt_BR", "pt"), (" EN ", "en"), ("nb", "no"), ("iw", "he"), ("zh-Hant-TW", "zh")],
)
def test_a_tag_without_region_and_script_as_the_table_has_it(tag: str, plain: str) -> None:
    assert plain_tag(tag) == plain
    assert plain in LANGUAGE_NAMES


def test_no_two_languages_are_called_the_same() -> None:
    assert len(set(LANGUAGE_NAMES.values())) == len(LANGUAGE_NAMES)
    assert (language_name("fi"), language_name("xx")) == ("Finnish", "xx")


def test_languages_stand_in_the_order_of_their_names() -> None:
    assert by_name(["de", "sv", "af", "en"]) == ("af", "en", "de", "sv")
    assert by_name(LANGUAGE_NAMES)[0] == "af"
    assert set(by_name(LANGUAGE_NAMES)) == set(LANGUAGE_NAMES)
