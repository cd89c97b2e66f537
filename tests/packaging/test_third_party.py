"""What is told of others' work."""

import json
from pathlib import Path

import pytest
from bundle import third_party
from bundle.component import Component, Kind, Part

from desktop_app.third_parties import ThirdParty, third_parties


@pytest.fixture
def components(tmp_path: Path) -> list[Component]:
    texts = [tmp_path / "one" / "LICENSE", tmp_path / "two" / "LICENSE"]
    for number, text in enumerate(texts):
        text.parent.mkdir()
        text.write_text(f"text {number}")
    package = Component(
        Kind.PACKAGE, "lxml", "6.1", "BSD-3-Clause", "https://a.example", (), tuple(texts), parts=(Part("zlib", ""),)
    )
    library = Component(
        Kind.LIBRARY,
        "GCC runtime: libgomp",
        "",
        "GPL-3.0-or-later",
        within="ncnn",
        credit="The team.",
        note="Fast.",
    )
    return [package, library]


def test_the_page_groups_them(components: list[Component]) -> None:
    page = third_party.page(components)
    packages, libraries = page.index("## Python packages"), page.index("## Libraries inside the packages")
    assert packages < page.index("| lxml | 6.1 | BSD-3-Clause | - | https://a.example |") < libraries
    assert "- lxml has inside: zlib\n" in page
    assert page.index("| GCC runtime: libgomp | - | GPL-3.0-or-later | ncnn |") > libraries
    assert "- GCC runtime: libgomp: The team. Fast." in page


def test_page_list_and_texts_lie_in_the_application(components: list[Component], tmp_path: Path) -> None:
    third_party.write(components, tmp_path)
    texts = sorted((tmp_path / "licences" / "lxml").iterdir())
    assert [text.read_text() for text in texts] == ["text 0", "text 1"]
    assert (tmp_path / "licences" / "THIRD_PARTY.md").read_text("utf-8") == third_party.page(components)
    assert third_parties(tmp_path) == [
        ThirdParty("GCC runtime: libgomp", "", "GPL-3.0-or-later"),
        ThirdParty("lxml", "6.1", "BSD-3-Clause"),
    ]


def test_a_second_time_leaves_nothing_of_the_first(components: list[Component], tmp_path: Path) -> None:
    third_party.write(components, tmp_path)
    third_party.write(components[1:], tmp_path)
    licences = tmp_path / "licences"
    assert not (licences / "lxml").exists()
    assert len(json.loads((licences / "components.json").read_text())) == 1


def test_what_differs_from_the_committed_page_is_told(
    components: list[Component], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed = tmp_path / "committed.md"
    monkeypatch.setattr(third_party, "COMMITTED", committed)
    committed.write_text(third_party.page(components), "utf-8")
    assert third_party.differences(components) == []
    committed.write_text(third_party.page(components).replace("| 6.1 |", "| 6.0 |"), "utf-8")
    old, new = third_party.differences(components)
    assert old.startswith("-| lxml | 6.0 |")
    assert new.startswith("+| lxml | 6.1 |")
