"""Pages are read by another library: names, times, words in order, on pages with numbers, in any thread."""

import io
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unicodedata import normalize

import pypdf
import pytest
from export.hostile_transcripts import HOSTILE, ten_hours

from desktop_app.core.export.printed import PageLayout, PrintedOptions, printed
from desktop_app.core.export.reading_layout import Times
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from desktop_app.printing.pdf import PDF_FORMAT, render

pytestmark = pytest.mark.usefixtures("qapp")
hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
ROOT = Path(__file__).parents[2]


def said(*texts: str, name: str = "Anna") -> Transcript:
    turns = tuple(
        Turn("S1", 1000 * at, 1000 * at + 900, (Word(text, 1000 * at, 1000 * at + 900),))
        for at, text in enumerate(texts)
    )
    return Transcript(AudioSource("/somewhere/talk.wav", 65_000), (Speaker("S1", name, 0),), turns)


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(data).pages).split())


def letters(text: str) -> Counter[str]:
    """The letters of ASCII in a text, wherever a line is broken and whichever way it runs."""
    return Counter(letter for letter in normalize("NFC", text) if letter.isascii() and letter.isalnum())


@hostile
@pytest.mark.parametrize("layout", list(PageLayout))
def test_every_letter_comes_back(transcript: Transcript, layout: PageLayout) -> None:
    page = printed(transcript, PrintedOptions())
    data = render(transcript, PrintedOptions(layout=layout))
    shown = [page.title, page.line, *page.notes]
    shown += [part for each in page.passages for part in (each.name, each.parts[0][0], each.text)]
    if layout is PageLayout.TABLE and page.passages:
        shown += ["Time", "Speaker", "Text"] * len(read(data).pages)
    count = len(read(data).pages)
    numbers = [f"{number} / {count}" for number in range(1, count + 1)]
    assert letters(text_of(data)) == letters("".join([*shown, *numbers]))


def test_paragraphs_stand_in_order_with_times_and_names() -> None:
    found = text_of(render(said("First.", "Second.")))
    assert found == "talk talk.wav (01:05) [00:00] Anna: First. [00:01] Anna: Second. 1 / 1"


def test_times_and_title_can_be_left_out_and_turns_merged() -> None:
    text = text_of(render(said("First.", "Second."), PrintedOptions(times=Times.NONE, title=False, merged=True)))
    assert "Anna: First. Second." in text
    assert "00:0" not in text
    assert "talk" not in text


def test_the_letters_of_a_ligature_can_be_searched_for() -> None:
    data = render(said("the", "office", "of", "the", "fleet"), PrintedOptions(times=Times.NONE, merged=True))
    assert "the office of the fleet" in text_of(data)


def test_hebrew_begins_at_the_right() -> None:
    def begin_of(transcript: Transcript, letters: str) -> float:
        places: list[float] = []

        def visit(text: str, _matrix: list[float], place: list[float], *_: object) -> None:
            if any(letter in text for letter in letters):
                places.append(place[4])

        (page,) = read(render(transcript, PrintedOptions(title=False))).pages
        page.extract_text(visitor_text=visit)
        return max(places)

    assert begin_of(said("שלום"), "A") > begin_of(said("peace"), "A") + 200


def test_the_file_has_its_title_and_its_fonts_and_tells_no_more(interview: Transcript) -> None:
    data = render(interview)
    info = read(data).metadata
    assert info is not None
    assert info.title == "Harbour talk 1"
    assert b"/recordings" not in data
    assert b"20261" not in data
    fonts = [font.get_object() for page in read(data).pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert described
    assert all("/FontFile2" in each or "/FontFile3" in each for each in described)


def test_pages_are_numbered_and_a4() -> None:
    data = render(said(*(f"line{number}" for number in range(90))))
    pages = read(data).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert page.extract_text().split()[-3:] == [str(number), "/", str(len(pages))]
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


@hostile
def test_a_transcript_gives_the_same_file_again(transcript: Transcript) -> None:
    assert render(transcript) == render(transcript)


def test_several_threads_get_what_one_gets(interview: Transcript) -> None:
    alone = render(interview)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(render, [interview] * 8)) == {alone}


def test_the_terminal_prints_without_a_screen(interview: Transcript, tmp_path: Path) -> None:
    from desktop_app.core.export.formats import json_format

    (tmp_path / "talk.json").write_text(json_format.render(interview), encoding="utf-8")
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {**{key: value for key, value in os.environ.items() if key not in without}, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "desktop_app", "export", "talk.json", "--format", "pdf"]
    ran = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr
    assert text_of((tmp_path / "talk.pdf").read_bytes()).startswith("Harbour talk 1")


def test_what_is_off_the_record_is_on_no_page() -> None:
    assert PDF_FORMAT.is_read
    assert not PDF_FORMAT.keeps_all


@pytest.mark.slow
def test_ten_hours_become_pages() -> None:
    assert len(read(render(ten_hours())).pages) > 100
