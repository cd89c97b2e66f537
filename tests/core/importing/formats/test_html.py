"""Diarist's own pages, and no others."""

from dataclasses import replace

import pytest
from export.hostile_transcripts import HOSTILE

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.export.formats import html_format
from desktop_app.core.export.formats.html_format import HtmlOptions
from importing.imported import imported, told, words

TALK = HOSTILE["overlaps"]
PAGE = html_format.render(TALK)


@pytest.mark.parametrize("name", ["odd names", "odd texts", "overlaps", "namesakes", "words of no length"])
@pytest.mark.parametrize("options", [HtmlOptions(), HtmlOptions(times=False, player=False)], ids=["all", "bare"])
def test_every_word_comes_back_with_its_times(name: str, options: HtmlOptions) -> None:
    talk = HOSTILE[name]
    read = imported(html_format.render(talk, options), "html")
    expected = [(" ".join(text.split()), start_ms, end_ms) for text, start_ms, end_ms in words(talk)]
    assert sorted(words(read)) == sorted(expected)
    assert [turn.start_ms for turn in read.turns] == sorted(turn.start_ms for turn in talk.turns)


def test_what_stands_around_the_turns_comes_back() -> None:
    page = html_format.render(replace(TALK, language="de", warnings=("a word",)), HtmlOptions(player=False))
    read = imported(page, "htm")
    assert (read.language, read.warnings) == ("de", ("a word",))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<html><body><p>hello</p></body></html>", "line 1: it is no page that Diarist or noScribe wrote"),
        ("hello", "line 1: it is no page that Diarist or noScribe wrote"),
        (PAGE.replace('data-s="1000"', 'data-s="soon"', 1), r"line \d+: “soon” is no time"),
        (PAGE.replace(' data-s="1000"', "", 1), r"line \d+: “” is no time"),
    ],
)
def test_what_is_no_page_of_ours_is_refused(text: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(text, "html")


def test_what_a_page_runs_is_no_word() -> None:
    assert told(imported(PAGE.replace("<script>", "<script>'<span>x</span>'"), "html")) == told(imported(PAGE, "html"))
