import logging

import pytest

from desktop_app.core.pipeline.last_job import last_job, remember_job
from desktop_app.core.transcript.values import EmbeddingReport, Fallback, SourceCount
from desktop_app.user_folders import state_folder

REPORT = EmbeddingReport((SourceCount("onnx", "cpu", 12),), (Fallback("torch", "no card", 12),), 1, 2, 3)


def test_before_any_job_there_is_none() -> None:
    assert last_job() is None


def test_the_last_job_is_the_one_that_is_remembered() -> None:
    remember_job(EmbeddingReport())
    remember_job(REPORT)
    assert last_job() == REPORT


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff", b'{"sources": 5}'])
def test_a_damaged_file_counts_as_none(damage: bytes) -> None:
    remember_job(REPORT)
    (state_folder() / "last-job.json").write_bytes(damage)
    assert last_job() is None


def test_counts_that_cannot_be_kept_are_told_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    folder = state_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")
    with caplog.at_level(logging.WARNING):
        remember_job(REPORT)
    assert "cannot be kept" in caplog.text
