"""`diarist archive` in the terminal."""

import json
import os
import sys
from pathlib import Path

import pytest
from lxml import html
from made_archive import note, outcome, talk, write_results

from desktop_app.commands.program import run
from desktop_app.core.archive.archive_index import read_archive


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Two recordings that are done, one that failed; a fourth of the manifest is left."""
    folder = tmp_path / "the texts"
    done = [
        outcome(f"{stem}.wav", *write_results(folder, f"{stem} #1", talk(said, "yes"), "json", "srt"), doubtful=0.2)
        for stem, said in (("a", "the old harbour"), ("b", "a new railway"))
    ]
    note(folder, done[0], outcome("c.wav", reason="/tapes/c.wav: It is empty."), share="1/2")
    note(folder, done[1], share="2/2")
    lines = [json.dumps({"audio_filepath": f"{stem}.wav"}) for stem in "abcd"]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    return folder


def links(page: Path) -> list[str]:
    return [str(each) for each in html.fromstring(page.read_bytes()).xpath("//a/@href")]


def test_a_report_is_a_page_and_an_index(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "report", str(texts), "--manifest", str(texts.parent / "in.jsonl")]) == 0
    page, index = texts / "diarist-archive.html", texts / "diarist-archive.index"
    assert capsys.readouterr().out.splitlines() == [
        f"{page}: 2 done, 1 failed, 1 left",
        f"{index}: 2 read, 0 as before",
    ]
    assert "Archive the texts" in page.read_text()
    assert links(page) == ["a%20%231.json", "a%20%231.srt", "b%20%231.json", "b%20%231.srt"]
    assert {entry.name for entry in read_archive(index)} == {"a.wav", "b.wav"}


def test_elsewhere_it_leads_to_the_results_and_finds_them(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    page = tmp_path / "reports" / "report.html"
    assert run(["archive", "report", str(texts), "--out", str(page)]) == 0
    assert links(page)[0] == "../the%20texts/a%20%231.json"
    assert {entry.path.parent for entry in read_archive(page.with_suffix(".index"))} == {texts}
    assert not (texts / "diarist-archive.html").exists()
    assert not (texts / "diarist-archive.index").exists()


def test_a_result_that_cannot_be_read_is_told_by_name(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for ending in ("json", "srt"):
        (texts / f"a #1.{ending}").unlink()
    assert run(["archive", "report", str(texts)]) == 0
    assert "  a.wav is not in it: a #1.srt: No such file or directory" in capsys.readouterr().out
    assert "a #1.srt: No such file or directory" in (texts / "diarist-archive.html").read_text()


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_a_record_is_one_sentence(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / name
    assert run(["archive", "report", str(folder)]) == 1
    said = f"diarist: {folder}: there is no diarist-done.jsonl in it, as `diarist transcribe --out` leaves it\n"
    assert capsys.readouterr().err == said


def test_a_manifest_that_is_none_is_one_sentence(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (texts.parent / "in.jsonl").write_text("{")
    assert run(["archive", "report", str(texts), "--manifest", str(texts.parent / "in.jsonl")]) == 1
    assert "in.jsonl: line 1 is none of the form" in capsys.readouterr().err
    assert not (texts / "diarist-archive.html").exists()


def test_what_cannot_be_written_is_said_before_all_is_read(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = texts.parent / "nowhere" / "report.html"
    assert run(["archive", "report", str(texts), "--out", str(page)]) == 1
    said = f"diarist: {page} and its index cannot be written: its folder does not exist; --out says where else\n"
    assert capsys.readouterr().err == said


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may write everywhere is not refused")
def test_a_folder_in_which_nothing_can_be_written(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts.chmod(0o500)
    assert run(["archive", "report", str(texts)]) == 1
    assert "there is no permission to write there; --out says where else" in capsys.readouterr().err
    texts.chmod(0o700)


def test_the_page_is_one(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "report", str(texts), "--out", str(texts / "report.index")]) == 2
    assert "is no name of a page" in capsys.readouterr().err


def test_words_are_found_with_recording_time_and_speaker(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["archive", "report", str(texts)])
    capsys.readouterr()
    assert run(["archive", "search", str(texts), "old", "harb"]) == 0
    assert capsys.readouterr().out == "a.wav 00:00 Anna: the old harbour\n"
    assert run(["archive", "search", str(texts / "diarist-archive.index"), "yes"]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == ["a.wav 00:01 Ben: yes", "b.wav 00:01 Ben: yes"]


def test_without_an_index_it_is_said_how_there_will_be_one(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "search", str(texts), "harbour"]) == 1
    assert "`diarist archive report` makes it anew" in capsys.readouterr().err
