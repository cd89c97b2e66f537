from pathlib import Path

import pytest

from desktop_app.core.evaluation.corpus import find_items, read_truth
from desktop_app.core.evaluation.errors import EvaluationError, TruthError
from evaluation.scripted_system import add_recording, rttm_line, spans, texts


def test_recordings_with_their_truth_are_found_at_any_depth(tmp_path: Path) -> None:
    add_recording(tmp_path / "b", "two", "")
    add_recording(tmp_path, "one", "")
    (tmp_path / "b" / "loud.MP3").touch()
    (tmp_path / "b" / "loud.rttm").touch()
    (tmp_path / "alone.wav").touch()
    (tmp_path / "two.rttm").touch()
    found = [item.recording.relative_to(tmp_path).as_posix() for item in find_items(tmp_path)]
    assert found == ["b/loud.MP3", "b/two.wav", "one.wav"]


def test_files_that_hold_no_sound_are_no_recordings(tmp_path: Path) -> None:
    add_recording(tmp_path, "talk", "", stm="", txt="")
    (tmp_path / "talk.json").touch()
    assert [item.recording.name for item in find_items(tmp_path)] == ["talk.wav"]


def test_an_stm_is_preferred_to_plain_words(tmp_path: Path) -> None:
    add_recording(tmp_path, "talk", rttm_line("Ann", 0.5, 2), stm="talk 1 Ann 0.5 2 hello", txt="good bye")
    truth = read_truth(find_items(tmp_path)[0])
    assert truth.spans == spans(("Ann", 0.5, 2.0))
    assert truth.texts == texts(("Ann", 0.5, "hello"))


def test_plain_words_have_no_speaker(tmp_path: Path) -> None:
    add_recording(tmp_path, "talk", "", txt="good\nbye\n")
    assert read_truth(find_items(tmp_path)[0]).texts == texts((None, 0.0, "good\nbye\n"))


def test_a_truth_may_have_no_words(tmp_path: Path) -> None:
    add_recording(tmp_path, "talk", "")
    assert read_truth(find_items(tmp_path)[0]).texts is None


def test_words_that_are_not_text_are_refused_by_name(tmp_path: Path) -> None:
    path = add_recording(tmp_path, "talk", "").with_suffix(".txt")
    path.write_bytes(b"\xff\xff")
    with pytest.raises(TruthError, match=r"talk\.txt: it is not text"):
        read_truth(find_items(tmp_path)[0])


@pytest.mark.parametrize("name", ["gone", "notes.txt"])
def test_what_is_no_folder_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(EvaluationError, match="there is no such folder"):
        find_items(tmp_path / name)


def test_a_folder_without_a_recording_and_its_truth_is_refused(tmp_path: Path) -> None:
    (tmp_path / "alone.wav").touch()
    with pytest.raises(EvaluationError, match=r"no recording here has an \.rttm"):
        find_items(tmp_path)
