from pathlib import Path

import pytest

from desktop_app.core.evaluation.errors import TruthError
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.values import SpokenSpan
from desktop_app.core.export.formats import rttm
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn
from evaluation.scripted_system import spans


def written(folder: Path, text: str) -> Path:
    path = folder / "talk.rttm"
    path.write_text(text, encoding="utf-8")
    return path


def test_speaker_lines_are_spans_by_start(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "SPEAKER talk 1 4.500 1.25 <NA> <NA> Bo <NA> <NA>\nSPEAKER talk 1 0.3 2.408 <NA> <NA> Ann <NA> <NA>\n",
    )
    assert read_rttm(path) == spans(("Ann", 0.3, 2.708), ("Bo", 4.5, 5.75))


def test_any_spaces_comments_and_other_types_are_passed_over(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "\ufeff;; by hand\n\nSPKR-INFO talk 1 <NA> <NA> <NA> unknown Ann <NA> <NA>\n"
        "  SPEAKER\ttalk   1  1.0   2.0 <NA>\t<NA> Ann\r\nLEXEME talk 1 1.0 0.2 hello lex Ann 0.9 <NA>\n",
    )
    assert read_rttm(path) == spans(("Ann", 1.0, 3.0))


def test_stretches_of_no_length_are_none(tmp_path: Path) -> None:
    assert read_rttm(written(tmp_path, "SPEAKER talk 1 1.0 0.0 <NA> <NA> Ann <NA> <NA>\n")) == ()


def test_an_empty_file_says_that_nobody_speaks(tmp_path: Path) -> None:
    assert read_rttm(written(tmp_path, "")) == ()


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("SPEAKER talk 1 0.3 2.4", "needs at least 8 fields, not 5"),
        ("SPEAKER talk 1 soon 2.4 <NA> <NA> Ann <NA> <NA>", "'soon' is not a time in seconds"),
        ("SPEAKER talk 1 0.3 -2.4 <NA> <NA> Ann <NA> <NA>", "'-2.4' is not a time in seconds"),
        ("SPEAKER talk 1 nan 2.4 <NA> <NA> Ann <NA> <NA>", "'nan' is not a time in seconds"),
        ("SPEAKER talk 1 inf 2.4 <NA> <NA> Ann <NA> <NA>", "'inf' is not a time in seconds"),
        ("SPEAKER other 1 0.3 2.4 <NA> <NA> Ann <NA> <NA>", "a second recording in one file"),
        ("SPEAKER", "needs at least 8 fields, not 1"),
        ("good morning", "not a line of RTTM: it begins with 'good'"),
    ],
)
def test_a_malformed_line_is_named_with_its_file_and_number(line: str, cause: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"SPEAKER talk 1 0.3 2.4 <NA> <NA> Ann <NA> <NA>\n\n{line}\n")
    with pytest.raises(TruthError) as caught:
        read_rttm(path)
    assert str(caught.value).startswith(f"{path}, line 3: ")
    assert cause in str(caught.value)


def test_a_file_that_is_not_text_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "talk.rttm"
    path.write_bytes(b"\xff\xfe\x00S")
    with pytest.raises(TruthError, match="not text in UTF-8") as caught:
        read_rttm(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_what_diarist_exports_reads_back(tmp_path: Path) -> None:
    turn = Turn("S1", 500, 2500, speech=(Span(500, 1250), Span(1600, 2500)))
    transcript = Transcript(AudioSource("talk.wav", 3000), (Speaker("S1", "Ann Lee", 0),), (turn,))
    path = written(tmp_path, rttm.render(transcript))
    assert read_rttm(path) == (SpokenSpan("Ann_Lee", 500, 1250), SpokenSpan("Ann_Lee", 1600, 2500))
