"""The page of an archive: what stands in it, and what never may."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html
from made_archive import outcome

from desktop_app.core.archive.figures import Figures, figures_of
from desktop_app.core.archive.page import FIRST_ROWS, MOST_NAMES, MOST_ROWS, render
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.items import Item

Page = html.HtmlElement


def page_of(figures: Figures, unread: Sequence[tuple[str, str]] = ()) -> Page:
    made_at = datetime(2026, 11, 30, 8, 5, tzinfo=UTC)
    return html.document_fromstring(render("texts", made_at, figures, unread, lambda result: f"./{result}"))


def page_from(*outcomes: Outcome, items: Sequence[Item] | None = None) -> Page:
    return page_of(figures_of(outcomes, items))


def totals(page: Page) -> dict[str, str]:
    return {each.findtext("dt"): " ".join(each.find("dd").itertext()).strip() for each in page.iterfind(".//dl/div")}


def rows(page: Page, heading: str) -> list[list[str]]:
    table = page.xpath(f"//h2[.='{heading}']/following-sibling::table[1]")[0]
    return [[cell.text_content() for cell in row] for row in table.iterfind("tbody/tr")]


def test_what_is_done_failed_and_left_stands_first() -> None:
    done = [outcome("a.wav", sound_s=3600 * 1234.0), outcome("b.wav", reason="It is empty.")]
    items = [Item(Path(name), name) for name in ("a.wav", "b.wav", "c.wav")]
    page = page_from(*done, items=items)
    assert totals(page) == {
        "Done": "1,234 h 1 recording",
        "Left": "about 1,234 h 1 recording",
        "Failed": "1 recording",
    }


def test_without_a_manifest_it_is_said_that_nobody_knows_what_is_left() -> None:
    page = page_from(outcome("a.wav"))
    assert "Left" not in totals(page)
    assert "What is left is known only with --manifest" in page.text_content()


def test_doubtful_recordings_lead_to_their_results() -> None:
    sure = outcome("sure.wav", "sure.txt", doubtful=0.0)
    page = page_from(sure, outcome("a.wav", "a.json", "a.txt", doubtful=0.25, speakers=2, language="de"))
    assert rows(page, "Worth a look first") == [["a.wav", "25 %", "1:00:00", "2", "German", "json txt"]]
    assert [each.get("href") for each in page.iterfind(".//a")] == ["./a.json", "./a.txt"]


def test_speed_and_languages_are_told() -> None:
    page = page_from(outcome("a.wav", engines=("W", "Parakeet"), language="de"), outcome("b.wav", seconds=0.0))
    assert rows(page, "Speed by engine") == [
        ["W, Parakeet", "1", "1.0 h", "6 min", "10.0"],
        ["not known", "1", "1.0 h", "0 h", ""],
    ]
    assert rows(page, "Languages") == [["German", "1", "1.0 h"], ["not known", "1", "1.0 h"]]


def test_a_name_is_never_taken_for_markup() -> None:
    name = "<script>alert(1)</script>\udce4.wav"
    bad = outcome(name, '"onclick="x.<b>', doubtful=0.5, warnings=("<b>loud</b>",), engines=("<i>",), language="<u>")
    failed = replace(outcome(name, reason=f"/{name}: <img src=x>"), stretch_ms=(0, 1))
    page = page_of(figures_of([bad, failed]), [(name, "<s>")])
    for tag in ("script", "b", "i", "u", "s", "img"):
        assert not list(page.iter(tag))
    assert not page.xpath("//@onclick")
    assert "<script>alert(1)</script>?.wav" in page.text_content()


def test_nothing_comes_from_elsewhere() -> None:
    page = page_from(outcome("a.wav", "a.txt", doubtful=0.5))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not page.xpath("//@src | //link | //script")


@pytest.mark.parametrize("count", [FIRST_ROWS, MOST_ROWS + 700])
def test_however_many_recordings_there_are_the_page_stays_short(count: int) -> None:
    doubtful = [outcome(f"{number}.wav", doubtful=0.5) for number in range(count)]
    failed = [outcome(f"x{number}.wav", reason="It is empty.") for number in range(count)]
    page = page_from(*doubtful, *failed)
    assert len(rows(page, "Worth a look first")) == FIRST_ROWS
    assert len(page.xpath("//tr")) < MOST_ROWS + 10
    assert len(page.xpath("//details//li")) == min(count, MOST_NAMES)
    notes = [each.text for each in page.iterfind(".//p[@class='muted']")]
    assert ("and 700 more" in notes) == (count > MOST_ROWS)


def test_results_that_cannot_be_read_are_told_by_name() -> None:
    page = page_of(figures_of([outcome("a.wav")]), [("a.wav", "a.txt: it is empty")])
    (said,) = page.xpath("//h2[.='Results that cannot be read']/following-sibling::ul/li")
    assert said.text_content() == "a.wav: a.txt: it is empty"
