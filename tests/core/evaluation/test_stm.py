from pathlib import Path

import pytest

from desktop_app.core.evaluation.errors import TruthError
from desktop_app.core.evaluation.stm import read_stm
from evaluation.scripted_system import texts


def written(folder: Path, text: str) -> Path:
    path = folder / "talk.stm"
    path.write_text(text, encoding="utf-8")
    return path


def test_lines_are_words_with_speakers_by_start(tmp_path: Path) -> None:
    path = written(tmp_path, ";; by hand\ntalk 1 Bo 2.5 4 well  then\ntalk 1 Ann 0.300 2.708 <o,f0,female> good day\n")
    assert read_stm(path) == texts(("Ann", 0.3, "good day"), ("Bo", 2.5, "well  then"))


def test_a_line_may_have_no_words(tmp_path: Path) -> None:
    assert read_stm(written(tmp_path, "talk 1 Ann 0.3 2.7\n")) == texts(("Ann", 0.3, ""))


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("talk 1 Ann 0.3", "needs at least 5 fields, not 4"),
        ("talk 1 Ann now 2.7 hello", "'now' is not a time in seconds"),
        ("talk 1 Ann 3.0 2.0 hello", "it ends at 2.0 s, before it starts at 3.0 s"),
        ("other 1 Ann 3.0 4.0 hello", "a second recording in one file"),
        ("talk 1 Ann 3.0 4.0 ignore_time_segment_in_scoring", "is not supported"),
    ],
)
def test_a_malformed_line_is_named_with_its_file_and_number(line: str, cause: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"talk 1 Ann 0.3 2.7 hello\n{line}\n")
    with pytest.raises(TruthError) as caught:
        read_stm(path)
    assert str(caught.value).startswith(f"{path}, line 2: ")
    assert cause in str(caught.value)
