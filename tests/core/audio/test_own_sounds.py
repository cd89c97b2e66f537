"""Which sounds of a file may be one person's own."""

from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from synthesis import voice
from test_mixdown import film

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.transcript.values import HeardTrack, Span

LENGTH_S = 18.0
TIMES_S = np.arange(round(LENGTH_S * 16_000)) / 16_000
HISS = np.random.default_rng(0).normal(0, 0.0005, len(TIMES_S)).astype(np.float32)
ANNA = np.where(TIMES_S % 6 < 3, voice(LENGTH_S, seed=1), 0).astype(np.float32) + HISS
BEN = np.where(TIMES_S % 6 < 3, 0, voice(LENGTH_S, seed=2)).astype(np.float32) + HISS[::-1]


def own(path: Path, *, track: int | None = None) -> list[str]:
    with open_recording(path, track=track, apart=True) as recording:
        return [sound.name for sound in recording.own_sounds]


def stereo(path: Path, *channels: NDArray[np.float32]) -> Path:
    soundfile.write(path, np.stack(channels, axis=1), 16_000, subtype="FLOAT")
    return path


def test_every_channel_with_a_voice_is_somebody_s(tmp_path: Path) -> None:
    path = stereo(tmp_path / "talk.wav", ANNA, HISS, BEN)
    with open_recording(path, apart=True) as recording:
        assert [sound.name for sound in recording.own_sounds] == ["Channel 1", "Channel 3"]
        assert recording.own_heard == (HeardTrack(1, (1, 3), 3),)
        anna, ben = (sound.samples for sound in recording.own_sounds)
        speaks = TIMES_S % 6 < 3
        assert np.abs(anna[~speaks]).max() < 0.01 < np.abs(anna[speaks]).max()
        assert np.abs(ben[speaks]).max() < 0.01 < np.abs(ben[~speaks]).max()


@pytest.mark.parametrize("gain", [1, 0.2, -1, -0.5])
def test_the_same_sound_in_two_channels_is_one_person_s_whatever_its_phase(gain: float, tmp_path: Path) -> None:
    assert own(stereo(tmp_path / "talk.wav", ANNA, gain * ANNA + HISS[::-1])) == ["Channel 1"]
    assert own(stereo(tmp_path / "more.wav", ANNA, gain * ANNA, BEN)) == ["Channel 1", "Channel 3"]


def test_somebody_whose_voice_is_in_another_channel_upside_down_stays(tmp_path: Path) -> None:
    assert own(stereo(tmp_path / "talk.wav", ANNA - 0.2 * BEN, BEN - 0.2 * ANNA)) == ["Channel 1", "Channel 2"]


def test_of_several_tracks_each_is_somebody_s_by_the_name_that_the_file_has(tmp_path: Path) -> None:
    path = film(tmp_path / "talk.mkv", (ANNA, BEN))
    assert own(path) == ["Track 1", "Track 2"]
    assert own(path, track=2) == ["Channel 1"]
    titled = tmp_path / "titled.mkv"
    with av.open(str(path)) as source, av.open(str(titled), "w") as target:
        streams = [target.add_stream_from_template(each) for each in source.streams.audio]
        streams[1].metadata["title"] = "Ben"
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                target.mux(packet)
    assert own(titled) == ["Track 1", "Ben"]


def test_of_one_track_that_was_chosen_its_channels_are_people_s(tmp_path: Path) -> None:
    path = film(tmp_path / "talk.mkv", (ANNA + BEN, np.stack([ANNA, BEN])))
    assert own(path, track=2) == ["Channel 1", "Channel 2"]


def test_they_are_as_long_as_the_recording_and_kept_only_if_they_are_wanted(tmp_path: Path) -> None:
    path = film(tmp_path / "talk.mkv", (ANNA, BEN[: 10 * 16_000]))
    with open_recording(path) as recording:
        assert recording.own_sounds == ()
    with open_recording(path, apart=True) as recording:
        assert {len(sound.samples) for sound in recording.own_sounds} == {len(recording.samples)}
        recording.keep_only(Span(4000, 6000))
        assert {len(sound.samples) for sound in recording.own_sounds} == {32_000}
