"""Where a long recording is cut: in pauses, the same for everybody, without listening to all of it."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from asr.scripted_detector import ScriptedDetector
from diarization.scripted_segmenter import voices
from numpy.typing import NDArray

from desktop_app.core.asr.speech_activity import FRAME_MS, SpeechStream
from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.pipeline.part_cuts import GRID_MS, cut_in_parts
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.values import Span
from pipeline.scripted_job import wav

PART_MS = 30_000


class Counting(ScriptedDetector):
    """Counts the frames that it is given."""

    frames = 0

    def stream(self) -> SpeechStream:
        stream, counter = super().stream(), self

        class Counted:
            def hear(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
                counter.frames += len(frames)
                return stream.hear(frames)

        return Counted()


class Deaf(ScriptedDetector):
    """Must not be asked."""

    def stream(self) -> SpeechStream:
        raise AssertionError("nothing was to be listened to")


def cut(path: Path, options: JobOptions = JobOptions(), *, whole_ms: int = PART_MS) -> tuple[Span, ...]:  # noqa: B008
    return cut_in_parts(path, options, ScriptedDetector(), part_ms=PART_MS, whole_ms=whole_ms)


def test_it_is_cut_in_the_middle_of_the_longest_pause_near_the_place_where_equal_parts_would_meet(
    tmp_path: Path,
) -> None:
    path = wav(tmp_path, voices(60.0, (0, 0.0, 12.0), (0, 18.0, 28.0), (1, 28.5, 31.0), (0, 33.0, 60.0)))
    before, after = cut(path)
    assert (before.start_ms, before.end_ms, after.end_ms) == (0, after.start_ms, 60_000)
    assert after.start_ms == pytest.approx(32_000, abs=GRID_MS)
    assert after.start_ms % GRID_MS == 0


def test_of_pauses_as_long_the_nearest_is_taken(tmp_path: Path) -> None:
    path = wav(tmp_path, voices(60.0, (0, 0.0, 22.048), (1, 23.968, 29.6), (0, 31.52, 60.0)))
    _, after = cut(path)
    assert after.start_ms == pytest.approx(30_560, abs=GRID_MS)


def test_no_cut_lies_in_speech_where_there_are_pauses_and_all_are_the_same_the_second_time(tmp_path: Path) -> None:
    said = [(0, at + 0.3, at + 6.9) for at in np.arange(0.0, 200.0, 7.0).tolist()]
    path = wav(tmp_path, voices(203.0, *said))
    parts = cut(path)
    assert len(parts) == 7
    assert parts == cut(path)
    assert all(one.end_ms == other.start_ms for one, other in pairwise(parts))
    assert (parts[0].start_ms, parts[-1].end_ms) == (0, 203_000)
    for part in parts[1:]:
        assert not any(start_s < part.start_ms / 1000 < end_s for _, start_s, end_s in said)


def test_where_nobody_pauses_it_is_cut_in_the_quietest_moment(tmp_path: Path) -> None:
    samples = voices(60.0, (1, 0.0, 60.0))
    samples[int(33.0 * 16_000) : int(33.3 * 16_000)] *= 0.25
    _, after = cut(wav(tmp_path, samples))
    assert 33_000 <= after.start_ms <= 33_300


def test_where_nobody_speaks_it_is_cut_where_equal_parts_meet(tmp_path: Path) -> None:
    _, after = cut(wav(tmp_path, voices(60.0, (0, 1.0, 5.0))))
    assert after.start_ms == pytest.approx(30_000, abs=GRID_MS)


def test_only_what_is_around_the_cuts_is_listened_to(tmp_path: Path) -> None:
    path = wav(tmp_path, voices(90.0, (0, 0.0, 90.0)))
    detector = Counting()
    assert len(cut_in_parts(path, JobOptions(), detector, part_ms=PART_MS, whole_ms=PART_MS)) == 3
    assert 0 < detector.frames * FRAME_MS <= 2 * 2 * PART_MS / 3


@pytest.mark.parametrize("options", [JobOptions(), JobOptions(per_channel=True)])
def test_what_is_to_be_heard_in_one_go_is_not_cut_and_not_listened_to(tmp_path: Path, options: JobOptions) -> None:
    path = wav(tmp_path, voices(40.0, (0, 0.0, 12.0)))
    whole_ms = 30_000 if options.per_channel else 40_000
    assert cut_in_parts(path, options, Deaf(), part_ms=PART_MS, whole_ms=whole_ms) == ()


def test_a_file_that_says_that_it_is_short_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = wav(tmp_path, voices(30.0, (0, 0.0, 12.0)))
    monkeypatch.delattr("desktop_app.core.pipeline.part_cuts.open_recording")
    assert cut(path) == ()
    with pytest.raises(NameError):
        cut(path, whole_ms=29_000)


def test_a_short_file_that_does_not_say_how_long_it_is_is_heard_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "piped.flac"
    soundfile.write(path, voices(30.0, (0, 0.0, 12.0)), 16_000)
    written = bytearray(path.read_bytes())
    written[21] &= 0xF0  # the count of samples, which a program that writes into a pipe does not know
    written[22:26] = bytes(4)
    path.write_bytes(written)
    with AudioFile(path) as audio:
        assert audio.duration_s is None
    assert cut(path) == ()
    assert len(cut(path, whole_ms=29_000)) == 2


def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.wav"
    path.write_text("not a sound")
    with pytest.raises(AudioError, match=r"notes\.wav"):
        cut(path)
