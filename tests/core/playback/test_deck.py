"""What a deck lets sound, sample by sample, and where it says that it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray
from scripted_output import BLOCK_S, ScriptedSystem, Told
from synthesis import clicks, encode, onsets_s, tone
from told_time import RATE_HZ, off_by_ms, telling_noise

from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.playback.deck import Deck
from desktop_app.core.playback.values import Played
from desktop_app.core.transcript.values import HeardTrack, Span

HZ = 48_000
LENGTH_S = 20.0
NOISE = telling_noise(LENGTH_S)
DELAY_S = 0.1


@dataclass
class Desk:
    """A deck on scripted outputs, with what belongs to it."""

    system: ScriptedSystem = field(default_factory=ScriptedSystem)
    told: Told = field(default_factory=Told)

    def __post_init__(self) -> None:
        self.deck = Deck(self.told, self.system.system)

    def let(self, seconds: float) -> None:
        """Let so much time go by."""
        for _ in range(round(seconds / BLOCK_S)):
            self.deck.work()
            self.system.block()
        self.deck.work()

    @property
    def position_s(self) -> float:
        return self.deck.head.position_s

    def heard(self) -> NDArray[np.float32]:
        """Mono at 16 kHz."""
        mono = self.system.now.sound.mean(axis=1)
        resampled: NDArray[np.float32] = soxr.resample(mono, self.system.now.rate_hz, RATE_HZ)
        return resampled

    def heard_last(self, seconds: float) -> NDArray[np.float32]:
        return self.heard()[-round(seconds * RATE_HZ) :]


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.deck.close()
    assert all(output.closed for output in desk.system.opened)


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Played:
    path = tmp_path_factory.mktemp("deck") / "noise.wav"
    soundfile.write(path, NOISE, RATE_HZ)
    return Played((path,))


@pytest.fixture(scope="module")
def hum(tmp_path_factory: pytest.TempPathFactory) -> Played:
    path = tmp_path_factory.mktemp("deck") / "hum.wav"
    soundfile.write(path, tone(HZ, LENGTH_S, frequency_hz=200), HZ)
    return Played((path,))


def test_it_plays_from_the_start_and_says_where_it_is(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    assert desk.deck.state.duration_ms == 20_000
    desk.let(0.5)
    assert not desk.system.now.sound.any()
    desk.system.now.heard.clear()
    desk.deck.play()
    desk.let(2.0)
    assert off_by_ms(desk.heard()[RATE_HZ:], NOISE, 1.0) == pytest.approx(0, abs=1)
    assert desk.position_s == pytest.approx(2.0 - DELAY_S, abs=0.001)


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.0, 1.5, 2.0])
def test_the_place_is_what_sounds_at_any_speed(desk: Desk, tmp_path: Path, speed: float) -> None:
    at_s = tuple(0.7 * n + 0.3 for n in range(27))
    path = tmp_path / "clicks.wav"
    soundfile.write(path, clicks(HZ, LENGTH_S, at_s), HZ)
    desk.deck.open(Played((path,)))
    desk.deck.set_speed(speed)
    desk.deck.play(from_ms=5000)
    places = []
    for _ in range(round(10 / speed / BLOCK_S)):
        desk.let(BLOCK_S)
        places.append(desk.position_s)  # of what was given DELAY_S before the end of this block
    times_s = BLOCK_S * np.arange(1, len(places) + 1) - DELAY_S
    heard_s = onsets_s(desk.system.now.sound[:, 0], HZ)
    told_s = np.interp(heard_s, times_s, places)
    expected_s = [time_s for time_s in at_s if 5.2 < time_s < 14.5]
    matched = [min(told_s, key=lambda each: abs(each - time_s)) for time_s in expected_s]
    assert matched == pytest.approx(expected_s, abs=0.03)


def test_speed_is_changed_in_the_middle_without_losing_the_place(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.play()
    desk.let(2.0)
    desk.deck.set_speed(2.0)
    desk.let(2.0)
    desk.deck.set_speed(1.0)
    desk.let(1.0)
    assert off_by_ms(desk.heard_last(0.5), NOISE, 6.5) == pytest.approx(0, abs=40)
    assert desk.position_s == pytest.approx(2 + 4 + 1 - DELAY_S, abs=0.04)


def test_a_pause_is_told_at_its_place_and_goes_on_a_step_earlier(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.play()
    desk.let(3.0)
    desk.deck.pause()
    assert not desk.deck.state.playing
    desk.let(1.0)
    assert not desk.heard_last(0.9).any()
    assert desk.position_s == pytest.approx(3.005, abs=0.006)
    desk.deck.play()
    desk.let(1.0)
    assert off_by_ms(desk.heard_last(0.9), NOISE, 2.005 + 0.1) == pytest.approx(0, abs=1)
    assert desk.position_s == pytest.approx(2.005 + 1 - DELAY_S, abs=0.001)


def test_the_step_back_is_a_choice_and_does_not_count_after_a_seek(desk: Desk, noise: Played) -> None:
    desk.deck.set_step_back(0)
    desk.deck.open(noise)
    desk.deck.play()
    desk.let(3.0)
    desk.deck.pause()
    desk.deck.play()
    desk.let(1.0)
    assert desk.position_s == pytest.approx(4.0 - DELAY_S, abs=0.001)
    desk.deck.set_step_back(10_000)
    desk.deck.pause()
    desk.deck.play()
    desk.let(1.0)
    assert desk.position_s == pytest.approx(4.005 - 3 + 1 - 0.005 - DELAY_S, abs=0.001)
    desk.deck.pause()
    desk.deck.seek(7000)
    assert desk.position_s == 7.0
    desk.deck.play()
    desk.let(1.0)
    assert desk.position_s == pytest.approx(8.0 - DELAY_S, abs=0.006)


def test_after_a_seek_it_says_the_new_place_until_that_sounds(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.play()
    desk.let(1.0)
    desk.deck.seek(9000)
    assert desk.position_s == 9.0
    desk.let(DELAY_S - BLOCK_S)
    assert desk.position_s == 9.0
    desk.let(1.0)
    assert desk.position_s == pytest.approx(10.0 - BLOCK_S - 0.005, abs=0.001)
    assert off_by_ms(desk.heard_last(0.5), NOISE, 9.0 + 1 - 0.5 + DELAY_S - BLOCK_S - 0.005) == pytest.approx(0, abs=1)


def test_it_skips_from_where_it_is_also_several_times(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.seek(10_000)
    for _ in range(3):
        desk.deck.skip(-2000)
    assert desk.position_s == 4.0
    desk.deck.skip(-60_000)
    assert desk.position_s == 0.0


def test_pauses_seeks_and_speeds_do_not_click(desk: Desk, hum: Played) -> None:
    desk.deck.open(hum)
    desk.deck.play()
    desk.let(0.5)
    for act in (
        lambda: desk.deck.seek(7013),
        desk.deck.pause,
        desk.deck.play,
        lambda: desk.deck.set_loop(Span(4000, 4123)),
        lambda: desk.let(0.6),
        lambda: desk.deck.set_loop(None),
        lambda: desk.deck.set_volume(0.2),
        lambda: desk.deck.set_volume(1.0),
        lambda: desk.deck.play(1003, 1251),
        lambda: desk.deck.set_speed(1.25),
        lambda: desk.deck.set_speed(1.0),
        lambda: desk.deck.play(18_777),
    ):
        act()
        desk.let(0.3)
    desk.let(2.0)
    assert desk.told.ends == 2
    sound = desk.system.now.sound[:, 0]
    own = np.abs(np.diff(tone(HZ, 1.0, frequency_hz=200))).max()
    fade = 0.5 / (0.005 * HZ)
    assert np.abs(sound).max() > 0.45
    assert np.abs(np.diff(sound)).max() <= own + 1.5 * fade


def test_it_ends_at_the_end_and_goes_on_before_it(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.play(from_ms=19_000)
    desk.let(0.9)
    assert desk.deck.state.playing
    desk.let(0.4)
    assert not desk.deck.state.playing
    assert desk.told.ends == 1
    assert desk.position_s == pytest.approx(20.0, abs=0.001)
    desk.deck.play()
    desk.let(0.5)
    assert desk.position_s == pytest.approx(19.5 - DELAY_S, abs=0.02)


def test_a_place_beyond_the_end_is_the_end(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.seek(3_600_000)
    assert desk.position_s == 20.0
    desk.deck.play()
    desk.let(0.5)
    assert not desk.deck.state.playing
    assert desk.told.ends == 1
    desk.deck.play(from_ms=25_000, until_ms=30_000)
    desk.let(0.5)
    assert desk.told.ends == 2
    assert desk.position_s == 20.0
    assert not desk.told.failures


def test_beyond_the_end_of_a_file_that_is_not_looked_through_yet_it_ends_at_the_end(desk: Desk, tmp_path: Path) -> None:
    path = encode(tmp_path / "short.mp3", tone(48_000, 3.0), 48_000, "libmp3lame", options={"write_xing": "0"})
    desk.deck.open(Played((path,)))
    desk.deck.play(from_ms=3_600_000)
    desk.let(0.5)
    assert desk.told.ends == 1
    assert desk.position_s == pytest.approx(3.0, abs=0.1)


def test_a_stretch_is_played_to_its_end_and_no_further(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.play(3000, 4500)
    desk.let(3.0)
    assert desk.told.ends == 1
    assert desk.position_s == pytest.approx(4.5, abs=0.001)
    heard = desk.heard()
    assert np.flatnonzero(np.abs(heard) > 0.01)[-1] / RATE_HZ == pytest.approx(1.5, abs=0.01)
    assert off_by_ms(heard[RATE_HZ:], NOISE, 4.0) == pytest.approx(0, abs=1)


@pytest.mark.parametrize("speed", [1.0, 1.5])
def test_a_loop_goes_round_from_wherever_it_was(desk: Desk, noise: Played, speed: float) -> None:
    desk.deck.open(noise)
    desk.deck.set_speed(speed)
    desk.deck.play()
    desk.deck.set_loop(Span(5000, 6000))
    desk.let(4.0 / speed)
    assert 5.0 <= desk.position_s <= 6.0
    assert desk.told.ends == 0
    if speed == 1:
        assert off_by_ms(desk.heard()[round(1.2 * RATE_HZ) :], NOISE, 5.2) == pytest.approx(0, abs=6)
        assert off_by_ms(desk.heard()[round(3.2 * RATE_HZ) :], NOISE, 5.2) == pytest.approx(0, abs=6)
    desk.deck.set_loop(None)
    desk.let(2.0 / speed)
    assert desk.position_s > 6.0


def test_the_volume_is_turned_and_nothing_is_louder_than_full_scale(desk: Desk, hum: Played) -> None:
    desk.deck.open(hum)
    desk.deck.set_volume(0.5)
    desk.deck.play(from_ms=1000)
    desk.let(1.0)
    assert np.abs(desk.system.now.sound[-HZ // 2 :]).max() == pytest.approx(0.25, abs=0.01)
    desk.deck.set_volume(100)
    assert desk.deck.state.volume == 4.0
    desk.let(1.0)
    assert np.abs(desk.system.now.sound).max() == 1.0


@pytest.mark.parametrize("tells", [True, False])
def test_where_the_output_is_lost_it_pauses_at_the_place_that_was_heard_and_can_go_on(
    desk: Desk, noise: Played, tells: bool
) -> None:
    desk.deck.open(noise)
    desk.deck.play()
    desk.let(3.0)
    desk.system.unplug("Desk", tells=tells)
    desk.let(0 if tells else 2.0)
    assert not desk.deck.state.playing
    (failure,) = desk.told.failures
    assert str(failure) == "'Desk' is gone, and playing has stopped. Plug it in again, or choose another output."
    at_s = desk.position_s
    assert at_s == pytest.approx(3.0 - DELAY_S if tells else 3.0, abs=0.01)
    desk.deck.play()
    assert str(desk.told.failures[-1]) == "there is no output to play on. Plug in headphones or loudspeakers."
    desk.system.plugged["Desk"] = 44_100
    desk.deck.play()
    desk.let(1.0)
    assert desk.deck.state.playing
    assert desk.position_s == pytest.approx(at_s + 1 - DELAY_S, abs=0.01)
    assert off_by_ms(desk.heard_last(0.5), NOISE, at_s + 0.5) == pytest.approx(0, abs=2)


def test_without_an_output_it_opens_and_says_so_when_it_is_to_play(desk: Desk, noise: Played) -> None:
    desk.system.plugged.clear()
    desk.deck.open(noise)
    assert desk.deck.state.is_open
    assert not desk.told.failures
    desk.deck.seek(4000)
    desk.deck.play()
    assert str(desk.told.failures[0]) == "there is no output to play on. Plug in headphones or loudspeakers."
    assert desk.position_s == 4.0


def test_it_goes_on_on_another_output_from_where_it_is(desk: Desk, noise: Played) -> None:
    desk.system.plugged["Headset"] = 16_000
    desk.deck.open(noise)
    desk.deck.play()
    desk.let(3.0)
    desk.deck.use_device("Headset")
    desk.let(1.0)
    assert [output.name for output in desk.system.opened] == ["Desk", "Headset"]
    assert desk.system.opened[0].closed
    assert desk.deck.state.device == "Headset"
    assert off_by_ms(desk.heard_last(0.5), NOISE, 3.0 - DELAY_S + 0.5) == pytest.approx(0, abs=2)
    assert [device.name for device in desk.deck.devices()] == ["Desk", "Headset"]
    assert desk.deck.state.playing
    desk.deck.use_device("Gone")
    assert not desk.deck.state.playing
    assert len(desk.told.failures) == 1


def test_a_file_that_is_deleted_while_it_plays_is_played_on_or_told(desk: Desk, tmp_path: Path) -> None:
    for place in range(2):
        soundfile.write(tmp_path / f"{place}.wav", NOISE[: 2 * RATE_HZ], RATE_HZ)
    files = (tmp_path / "0.wav", tmp_path / "1.wav")
    desk.deck.open(Played(files))
    files[1].unlink()
    desk.deck.play()
    desk.let(4.0)
    (failure,) = desk.told.failures
    assert str(failure) == "'1.wav' cannot be played: there is no such file."
    assert not desk.deck.state.playing
    desk.deck.seek(1000)
    desk.deck.play()
    desk.let(0.5)
    assert desk.position_s == pytest.approx(1.5 - DELAY_S, abs=0.01)


def test_what_cannot_be_opened_is_told_and_the_next_can(desk: Desk, noise: Played, tmp_path: Path) -> None:
    desk.deck.play()
    desk.deck.open(Played((tmp_path / "none.wav",)))
    (failure,) = desk.told.failures
    assert str(failure) == "'none.wav' cannot be played: there is no such file."
    assert not desk.deck.state.is_open
    for act in (desk.deck.play, desk.deck.pause, desk.deck.toggle, lambda: desk.deck.seek(5)):
        act()
    desk.deck.open(noise)
    desk.deck.toggle()
    desk.let(1.0)
    assert desk.position_s == pytest.approx(1 - DELAY_S, abs=0.01)


def test_only_the_channel_that_was_heard_is_played_to_both_ears(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "two.wav"
    soundfile.write(path, np.stack([tone(HZ, 3.0), 0 * tone(HZ, 3.0)], axis=1), HZ)
    desk.deck.open(Played((path,), (HeardTrack(1, (1,), 2),)))
    desk.deck.play()
    desk.let(1.0)
    sound = desk.system.now.sound
    np.testing.assert_array_equal(sound[:, 0], sound[:, 1])
    assert np.abs(sound).max() == pytest.approx(0.5, abs=0.01)


def test_after_many_seeks_the_place_has_not_drifted(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.play()
    random = np.random.default_rng(3)
    for at_ms in random.integers(0, 18_000, 200).tolist():
        desk.deck.seek(at_ms)
        desk.let(BLOCK_S * int(random.integers(1, 6)))
    desk.deck.seek(5000)
    desk.let(2.0)
    assert desk.position_s == pytest.approx(7.0 - DELAY_S - 0.005, abs=0.002)
    assert off_by_ms(desk.heard_last(0.5), NOISE, 6.5 - 0.005) == pytest.approx(0, abs=1)


def test_an_output_that_nobody_needs_is_let_sleep(desk: Desk, noise: Played) -> None:
    desk.deck.open(noise)
    desk.deck.play()
    desk.let(1.0)
    desk.deck.pause()
    desk.let(5.0)
    assert desk.system.now.is_on
    desk.let(10.0)
    assert not desk.system.now.is_on
    desk.deck.play()
    desk.let(1.0)
    assert desk.system.now.is_on
    assert not desk.told.failures


def test_what_is_found_out_of_a_file_s_times_while_it_plays_is_put_right(desk: Desk, tmp_path: Path) -> None:
    whole = encode(tmp_path / "whole.mp3", soxr.resample(NOISE, RATE_HZ, HZ), HZ, "libmp3lame").read_bytes()
    path = tmp_path / "cut.mp3"
    path.write_bytes(whole[:64_100] + bytes(40_000) + whole[104_100:])
    with AudioFile(path) as audio:
        truth = np.concatenate([block.samples for block in audio.blocks()])[:, 0]
    desk.deck.open(Played((path,)))
    desk.deck.play(from_ms=12_000)
    desk.deck.wait_until_looked_through()
    desk.let(2.0)
    assert off_by_ms(desk.heard_last(0.5), truth, desk.position_s + DELAY_S - 0.5) == pytest.approx(0, abs=5)


def test_from_the_start_damage_is_heard_as_it_is_transcribed_at_once(desk: Desk, tmp_path: Path) -> None:
    whole = encode(tmp_path / "whole.mp3", soxr.resample(NOISE, RATE_HZ, HZ), HZ, "libmp3lame").read_bytes()
    path = tmp_path / "cut.mp3"
    path.write_bytes(whole[:64_100] + whole[104_100:])
    with AudioFile(path) as audio:
        truth = np.concatenate([block.samples for block in audio.blocks()])[:, 0]
    desk.deck.open(Played((path,)))
    desk.deck.play()
    desk.let(8.0)
    assert off_by_ms(desk.heard_last(0.5), truth, 7.5) == pytest.approx(0, abs=12)
