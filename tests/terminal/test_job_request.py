"""What is known of a job before it begins."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.terminal.job_request import duration_s


def test_a_recording_says_how_long_it_is() -> None:
    assert duration_s(sample_recording()) == pytest.approx(soundfile.info(sample_recording()).duration, abs=0.05)


def test_one_of_several_recordings_behind_each_other_does_not_say_it(tmp_path: Path) -> None:
    path = tmp_path / "chain.ogg"
    soundfile.write(path, np.zeros(48_000, np.float32), 48_000, format="OGG", subtype="VORBIS")
    path.write_bytes(path.read_bytes() * 2)
    assert duration_s(path) == 0


@pytest.mark.parametrize("name", ["gone.wav", "folder", "text.wav"])
def test_what_is_no_recording_does_not_either(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.wav").write_text("no sound")
    assert duration_s(tmp_path / name) == 0
