from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from synthesis import voice

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording

LENGTH_S = 18.0
VOICE = voice(LENGTH_S, seed=1)
TIMES_S = np.arange(len(VOICE)) / 16_000
ONE = np.where(TIMES_S % 6 < 3, VOICE, 0).astype(np.float32)
TWO = np.where(TIMES_S % 6 < 3, 0, voice(LENGTH_S, seed=2)).astype(np.float32)
HISS = np.random.default_rng(0).normal(0, 0.003, len(VOICE)).astype(np.float32)


def film(
    path: Path,
    tracks: Sequence[NDArray[np.float32]],
    *,
    codecs: Sequence[str] = ("aac",),
    late_s: Sequence[float] = (0.0,),
    languages: Sequence[str] = (),
) -> Path:
    """A file with one sound track for each of the sounds, float32 [samples] or [channels, samples], 16 kHz."""
    with av.open(str(path), "w") as container:
        streams = []
        for number, sound in enumerate(tracks):
            layout = "mono" if sound.ndim == 1 else "stereo"
            stream = container.add_stream(codecs[number % len(codecs)], rate=16_000, layout=layout)
            if languages:
                stream.metadata["language"] = languages[number]
            streams.append((stream, np.atleast_2d(sound), late_s[number % len(late_s)], layout))
        packets = [packet for each in streams for packet in _encoded(*each)]
        for packet in sorted(packets, key=lambda packet: packet.dts * packet.time_base):
            container.mux(packet)
    return path


def _encoded(stream: av.AudioStream, sound: NDArray[np.float32], late_s: float, layout: str) -> list[av.Packet]:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound), format="fltp", layout=layout)
    frame.rate, frame.pts = 16_000, 0
    resampler = av.AudioResampler(format=stream.codec_context.format or "s16", layout=layout, frame_size=1024)
    frames = resampler.resample(frame) + resampler.resample(None)
    packets = [packet for part in [*frames, None] for packet in stream.encode(part)]
    for packet in packets:
        shift = round(late_s / packet.time_base)
        packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
    return packets


def heard(path: Path, *, track: int | None = None, channel: int | None = None) -> list[tuple[int, tuple[int, ...]]]:
    with open_recording(path, track=track, channel=channel) as recording:
        return [(each.number, each.heard) for each in recording.heard]


def level(path: Path, at: NDArray[np.bool_], *, track: int | None = None) -> float:
    with open_recording(path, track=track) as recording:
        samples = recording.samples[: len(at)]
        return float(np.sqrt(np.mean(np.square(samples[at[: len(samples)]]))))


@pytest.mark.parametrize("name", ["two.mkv", "two.mp4", "two.mov"])
def test_one_person_a_track_is_everybody(name: str, tmp_path: Path) -> None:
    path = film(tmp_path / name, (ONE, TWO))
    assert heard(path) == [(1, (1,)), (2, (1,))]
    assert level(path, TIMES_S % 6 < 3) == pytest.approx(level(path, TIMES_S % 6 >= 3), rel=0.3)


def test_a_faint_persons_track_is_made_louder(tmp_path: Path) -> None:
    path = film(tmp_path / "two.mkv", (ONE, TWO / 3))
    assert level(path, TIMES_S % 6 < 3) == pytest.approx(level(path, TIMES_S % 6 >= 3), rel=0.3)


def test_tracks_lie_where_their_times_say(tmp_path: Path) -> None:
    path = film(tmp_path / "late.mkv", (ONE, TWO), codecs=("pcm_s16le",), late_s=(0.0, 5.0))
    alone = film(tmp_path / "alone.mkv", (ONE,), codecs=("pcm_s16le",))
    with open_recording(path) as both, open_recording(alone) as one:
        assert both.duration_ms == pytest.approx(23_000, abs=20)
        rest = both.samples[: len(one.samples)] - one.samples
        shifted = np.concatenate([np.zeros(80_000, np.float32), TWO])[: len(rest)]
        assert np.corrcoef(rest, shifted)[0, 1] > 0.99


@pytest.mark.parametrize("other", [np.zeros_like(VOICE), HISS], ids=["silent", "hiss"])
def test_tracks_that_carry_no_voice_are_skipped(other: NDArray[np.float32], tmp_path: Path) -> None:
    assert heard(film(tmp_path / "film.mkv", (other, VOICE, other))) == [(2, (1,))]


def test_a_copy_is_heard_once(tmp_path: Path) -> None:
    copies = (VOICE, np.stack([0.5 * VOICE, 0.5 * VOICE]))
    assert heard(film(tmp_path / "copy.mkv", copies, codecs=("aac", "libopus"))) == [(1, (1,))]


@pytest.mark.parametrize("late_s", [0.03, 0.25])
def test_a_copy_that_is_late_makes_no_echo(late_s: float, tmp_path: Path) -> None:
    path = film(tmp_path / "late.mkv", (VOICE, VOICE), codecs=("aac", "pcm_s16le"), late_s=(0.0, late_s))
    assert heard(path) == [(1, (1,))]


def test_a_mix_of_the_others_is_not_heard_beside_them(tmp_path: Path) -> None:
    mix = 0.7 * ONE + 0.7 * TWO
    assert heard(film(tmp_path / "first.mkv", (mix, ONE, TWO))) == [(2, (1,)), (3, (1,))]
    assert heard(film(tmp_path / "last.mkv", (ONE, TWO, mix), codecs=("aac", "aac", "libopus"))) == [
        (1, (1,)),
        (2, (1,)),
    ]


def test_a_mix_is_not_heard_beside_somebody_who_says_little(tmp_path: Path) -> None:
    most, little = np.where(TIMES_S < 15, VOICE, 0), np.where(TIMES_S < 15, 0, TWO + ONE)
    path = film(tmp_path / "little.mkv", (most + little, most, little))
    assert heard(path) == [(2, (1,)), (3, (1,))]


def test_people_who_hear_each_other_a_little_are_no_copies(tmp_path: Path) -> None:
    path = film(tmp_path / "crosstalk.mkv", (ONE + 0.2 * TWO, TWO + 0.2 * ONE))
    assert heard(path) == [(1, (1,)), (2, (1,))]


def test_of_translations_the_first_is_heard(tmp_path: Path) -> None:
    path = film(tmp_path / "film.mkv", (ONE, TWO, VOICE), languages=("eng", "deu", "eng"))
    assert [number for number, _ in heard(path)] == [1, 3]
    assert [number for number, _ in heard(path, track=2)] == [2]


def test_one_track_and_one_channel_can_be_asked_for(tmp_path: Path) -> None:
    path = film(tmp_path / "film.mkv", (VOICE, np.stack([ONE, TWO])))
    assert heard(path, track=1) == [(1, (1,))]
    assert heard(path, track=2) == [(2, (1, 2))]
    assert heard(path, track=2, channel=2) == [(2, (2,))]
    assert heard(path, channel=2) == [(2, (2,))]


def test_what_is_asked_for_and_not_there_is_said_with_what_is(tmp_path: Path) -> None:
    path = film(tmp_path / "film.mkv", (VOICE, np.stack([ONE, TWO])))
    with pytest.raises(AudioError, match=r"film\.mkv: it has no sound track 3: it has only 2$"):
        open_recording(path, track=3)
    with pytest.raises(AudioError, match=r"it has no channel 2: it has only one$"):
        open_recording(path, track=1, channel=2)
    soundfile.write(tmp_path / "talk.wav", VOICE, 16_000)
    with pytest.raises(AudioError, match=r"it has no sound track 2: it has only one$"):
        open_recording(tmp_path / "talk.wav", track=2)


def test_the_channels_of_a_track_are_judged_before_it_is_mixed(tmp_path: Path) -> None:
    tone = (0.4 * np.sign(np.sin(2 * np.pi * 1200 * TIMES_S))).astype(np.float32)
    path = film(tmp_path / "film.mkv", (np.stack([ONE, tone]), np.stack([TWO, -TWO])), codecs=("pcm_s16le",))
    assert heard(path) == [(1, (1,)), (2, (1,))]
