"""`diarist archive` after real shares: the page tells of them, and their words are found."""

import json
from pathlib import Path

import pytest
import soundfile
from command_line import diarist
from lxml import html

from desktop_app.core.archive.archive_index import read_archive, search_archive
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.worklist.done_record import outcomes_in

pytestmark = pytest.mark.slow
COUNT = 3
SECONDS = 8


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of three recordings, of one that is none, and a fifth that is only in the manifest."""
    folder = tmp_path_factory.mktemp("archive")
    samples, rate_hz = soundfile.read(sample_recording())
    for number in range(COUNT):
        soundfile.write(folder / f"{number}.wav", samples[number * rate_hz : (number + SECONDS) * rate_hz], rate_hz)
    (folder / "broken.wav").write_text("no sound")
    names = [*(f"{number}.wav" for number in range(COUNT)), "broken.wav"]
    (folder / "first.jsonl").write_text("".join(json.dumps({"audio_filepath": name}) + "\n" for name in names))
    (folder / "in.jsonl").write_text((folder / "first.jsonl").read_text() + '{"audio_filepath": "later.wav"}\n')
    for share in ("1/2", "2/2"):
        asked = ["--manifest", "first.jsonl", "--out", "texts", "--shard", share]
        diarist("transcribe", *asked, "--format", "json,txt,diarist", cwd=folder)
    return folder / "texts"


def test_the_page_and_the_index_tell_of_all_shares(texts: Path) -> None:
    ran = diarist("archive", "report", "texts", "--manifest", "in.jsonl", cwd=texts.parent)
    assert ran.returncode == 0, ran.stderr
    page = html.fromstring((texts / "diarist-archive.html").read_bytes())
    totals = {each.findtext("dt"): each.find("dd").text_content() for each in page.iterfind(".//dl/div")}
    assert totals == {"Done": "24 s3 recordings", "Left": "about 8 s1 recording", "Failed": "1 recording"}
    (failed,) = page.xpath("//h2[.='Failed']/following-sibling::details[1]")
    assert "broken.wav" in failed.text_content()
    assert "broken.wav" not in failed.findtext("summary")
    for link in page.xpath("//a/@href"):
        assert (texts / link).is_file()
    by_language = page.xpath("//h2[.='Languages']/following-sibling::table[1]/tbody/tr/td[1]/text()")
    assert by_language == ["English"]


def test_every_done_recording_says_its_language_speakers_and_doubt(texts: Path) -> None:
    done = [each for each in outcomes_in(texts).values() if not each.reason]
    assert len(done) == COUNT
    for each in done:
        assert each.language == "en"
        assert each.speakers
        assert each.doubtful is not None


def test_words_of_the_sample_are_found_by_command_and_index(texts: Path) -> None:
    diarist("archive", "report", "texts", cwd=texts.parent)
    index = texts / "diarist-archive.index"
    entries = read_archive(index)
    assert {entry.name for entry in entries} == {f"{number}.wav" for number in range(COUNT)}
    assert all(entry.path.suffix == ".diarist" for entry in entries)
    said = json.loads(next(texts.glob("0.*.json")).read_text())
    word = max((word["text"].strip(".,?!") for turn in said["turns"] for word in turn["words"]), key=len)
    assert "0.wav" in {each.recording for each in search_archive(index, word).recordings}
    assert word in diarist("archive", "search", "texts", word, cwd=texts.parent).stdout
