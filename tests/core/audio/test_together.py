from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from synthesis import voice
from test_alignment import RATE_HZ, two_recorders

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.together import open_together


def wav(path: Path, samples: NDArray[np.float32]) -> Path:
    soundfile.write(path, samples, RATE_HZ, subtype="FLOAT")
    return path


def test_every_recording_is_at_the_times_of_the_first_and_named_by_its_file(tmp_path: Path) -> None:
    first, whole = two_recorders(60)
    _, second = two_recorders(60, late_s=12.5, drift=80e-6)
    files = [wav(tmp_path / "anna.wav", first), wav(tmp_path / "ben.wav", second)]
    with open_together(files, scratch=tmp_path) as recording:
        anna, ben = recording.own_sounds
        assert (anna.name, ben.name, recording.path) == ("anna", "ben", files[0])
        assert recording.notes == ()
        assert len(anna.samples) == len(ben.samples) == len(first)
        assert not ben.samples[: 12 * RATE_HZ].any()
        late = slice(40 * RATE_HZ, 58 * RATE_HZ)
        assert np.corrcoef(ben.samples[late], whole[late])[0, 1] > 0.95


def test_what_another_has_before_and_after_the_first_is_left_out(tmp_path: Path) -> None:
    first, second = two_recorders(60)
    files = [wav(tmp_path / "anna.wav", first[10 * RATE_HZ : 40 * RATE_HZ]), wav(tmp_path / "ben.wav", second)]
    with open_together(files, scratch=tmp_path) as recording:
        ben = recording.own_sounds[1].samples
        assert len(ben) == 30 * RATE_HZ
        assert np.corrcoef(ben, second[10 * RATE_HZ : 40 * RATE_HZ])[0, 1] > 0.99
        assert recording.notes == ("ben.wav: what it has from before anna.wav begins, or after it ends, is left out.",)


def test_somebody_far_from_the_first_is_found_by_another_between_them(tmp_path: Path) -> None:
    first, middle = two_recorders(60)
    third = np.where(np.arange(len(first)) / RATE_HZ % 7 < 3.4, voice(60, seed=3), 0).astype(np.float32)
    files = [
        wav(tmp_path / "anna.wav", first),
        wav(tmp_path / "ben.wav", middle + 0.5 * third),
        wav(tmp_path / "cleo.wav", third[5 * RATE_HZ :]),
    ]
    with open_together(files, scratch=tmp_path) as recording:
        assert np.corrcoef(recording.own_sounds[2].samples[6 * RATE_HZ :], third[6 * RATE_HZ :])[0, 1] > 0.99


def test_one_of_another_meeting_is_refused_by_name(tmp_path: Path) -> None:
    first, second = two_recorders(60)
    files = [wav(tmp_path / name, each) for name, each in (("anna.wav", first), ("ben.wav", second))]
    other = wav(tmp_path / "other.wav", voice(60, seed=30))
    with (
        pytest.raises(AudioError, match=r"other\.wav: it is not of the same meeting as anna\.wav"),
        open_together([*files, other], scratch=tmp_path),
    ):
        pass
