from pathlib import Path

from desktop_app.core.models.forms.unfinished_preparations import count_attempt, forget_attempts


def test_attempts_that_did_not_end_are_counted(tmp_path: Path) -> None:
    assert [count_attempt(tmp_path, "ears", "here") for _ in range(3)] == [1, 2, 3]


def test_an_attempt_that_ended_is_forgotten(tmp_path: Path) -> None:
    count_attempt(tmp_path, "ears", "here")
    forget_attempts(tmp_path, "ears")
    assert count_attempt(tmp_path, "ears", "here") == 1
    assert list(tmp_path.iterdir()) == [tmp_path / ".ears.attempts"]


def test_forgetting_where_there_was_none_is_nothing(tmp_path: Path) -> None:
    forget_attempts(tmp_path, "ears")
    forget_attempts(tmp_path / "none", "ears")


def test_attempts_under_other_circumstances_do_not_count(tmp_path: Path) -> None:
    assert count_attempt(tmp_path, "ears", "old") == 1
    assert count_attempt(tmp_path, "ears", "old") == 2
    assert count_attempt(tmp_path, "ears", "new") == 1


def test_what_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / ".ears.attempts").write_bytes(b"\xff many")
    assert count_attempt(tmp_path, "ears", "here") == 1


def test_each_model_has_its_own_count(tmp_path: Path) -> None:
    assert [count_attempt(tmp_path, name, "here") for name in ("ears", "eyes", "ears")] == [1, 1, 2]
    forget_attempts(tmp_path, "ears")
    assert count_attempt(tmp_path, "eyes", "here") == 2
