"""A whole evaluation on real speech with exact truth, where this machine has it."""

import shutil
from pathlib import Path

import pytest

from desktop_app.core.evaluation.evaluate import evaluate
from desktop_app.core.evaluation.system import Setup
from evaluation.scripted_system import Notes


@pytest.mark.slow
def test_two_voices_of_a_made_conversation_are_found(evaluation_data: Path, tmp_path: Path) -> None:
    for ending in ("wav", "rttm", "stm"):
        shutil.copy(evaluation_data / "conversations" / f"2spk-short.{ending}", tmp_path)
    pooled = evaluate(tmp_path, ["diarist"], Setup(with_words=False), Notes()).engines[0].pooled
    assert (pooled.speakers_true, pooled.speakers_found, pooled.recordings) == (2, 2, 1)
    assert pooled.strict.error_s / pooled.strict.reference_s < 0.15
    assert pooled.lenient.error_s / pooled.lenient.reference_s < 0.05
    assert pooled.words is None
