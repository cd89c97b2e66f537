import pytest

from desktop_app.core.importing.language_codes import language_tag


@pytest.mark.parametrize(
    ("told", "tag"),
    [
        ("deu", "de"),
        (" ger ", "de"),
        ("French", "fr"),
        ("en-US", "en-US"),
        ("yue", "yue"),
        ("", None),
        ("(unknown)", None),
    ],
)
def test_codes_and_names_become_tags(told: str, tag: str | None) -> None:
    assert language_tag(told) == tag
