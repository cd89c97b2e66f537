"""The list of others' work where the program runs from its source code."""

from pathlib import Path

from desktop_app.third_parties import licence_texts, third_parties


def test_what_is_installed_is_listed_with_its_licence(tmp_path: Path) -> None:
    assert licence_texts(tmp_path) is None
    found = {each.name: each for each in third_parties(tmp_path)}
    assert found["av"].licence == "BSD-3-Clause"
    assert "diarist" not in found
    names = [name.lower() for name in found]
    assert names == sorted(names)


def test_a_whole_text_is_no_name_of_a_licence(tmp_path: Path) -> None:
    assert all(len(each.licence) <= 60 and "\n" not in each.licence for each in third_parties(tmp_path))
