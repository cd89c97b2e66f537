import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.audio.timeline import Placement, Timeline

RATE_HZ = 48_000


def started(duration_s: float | None = 100.0) -> Timeline:
    timeline = Timeline(duration_s)
    timeline.place(0.0, RATE_HZ, RATE_HZ)
    return timeline


def test_sound_that_follows_on_is_joined() -> None:
    timeline = started()
    assert timeline.place(1.0, 480, RATE_HZ) == Placement(0, 0)
    assert timeline.place(None, 480, RATE_HZ) == Placement(0, 0)
    assert timeline.position_s == pytest.approx(1.02)


def test_a_gap_becomes_silence() -> None:
    timeline = started()
    assert timeline.place(3.5, 480, RATE_HZ) == Placement(round(2.5 * RATE_HZ), 0)
    assert timeline.position_s == pytest.approx(3.51)


def test_overlapping_sound_is_dropped() -> None:
    timeline = started()
    assert timeline.place(0.9, RATE_HZ, RATE_HZ) == Placement(0, 4800)
    assert timeline.place(1.0, 4800, RATE_HZ) == Placement(0, 4800)
    assert timeline.position_s == pytest.approx(1.9)


def test_a_late_first_sound_has_silence_before_it_to_the_sample() -> None:
    assert Timeline(10.0).place(0.01, 480, RATE_HZ) == Placement(480, 0)


def test_an_early_first_sound_is_cut_to_the_sample() -> None:
    assert Timeline(10.0).place(-0.005, 480, RATE_HZ) == Placement(0, 240)


@given(st.lists(st.floats(-0.019, 0.019), max_size=50))
def test_jitter_changes_nothing(jitters_s: list[float]) -> None:
    timeline = started()
    for index, jitter_s in enumerate(jitters_s):
        assert timeline.place(1 + index * 0.02 + jitter_s, 960, RATE_HZ) == Placement(0, 0)


def test_small_errors_do_not_add_up() -> None:
    timeline = started()
    for index in range(1000):
        timeline.place(1 + index * 0.021, 960, RATE_HZ)
    assert timeline.position_s == pytest.approx(1 + 1000 * 0.021, abs=0.021)


@pytest.mark.parametrize("start_s", [0.0, -1e9, 200.0, 1e9])
def test_timestamps_that_break_off_are_carried_on_from_here(start_s: float) -> None:
    timeline = Timeline(100.0)
    timeline.place(0.0, 10 * RATE_HZ, RATE_HZ)
    assert timeline.place(start_s, RATE_HZ, RATE_HZ) == Placement(0, 0)
    assert timeline.place(start_s + 1, RATE_HZ, RATE_HZ) == Placement(0, 0)
    assert timeline.place(start_s + 4, RATE_HZ, RATE_HZ) == Placement(2 * RATE_HZ, 0)


def test_one_absurd_timestamp_leaves_no_trace() -> None:
    timeline = Timeline(100.0)
    timeline.place(0.0, 10 * RATE_HZ, RATE_HZ)
    timeline.place(1e9, RATE_HZ, RATE_HZ)
    assert timeline.place(11.0, RATE_HZ, RATE_HZ) == Placement(0, 0)
    assert timeline.position_s == pytest.approx(12)


def test_a_long_gap_within_the_duration_is_kept() -> None:
    timeline = started(duration_s=10_000.0)
    timeline.place(9000.0, RATE_HZ, RATE_HZ)
    assert timeline.position_s == pytest.approx(9001)


def test_without_a_duration_a_gap_of_hours_is_not_believed() -> None:
    timeline = started(duration_s=None)
    timeline.place(1800.0, RATE_HZ, RATE_HZ)
    timeline.place(9000.0, RATE_HZ, RATE_HZ)
    assert timeline.position_s == pytest.approx(1802)


def test_a_change_of_rate_keeps_the_time() -> None:
    timeline = started()
    assert timeline.place(1.0, 8000, 8000) == Placement(0, 0)
    assert timeline.place(2.5, 44_100, 44_100) == Placement(22_050, 0)
    assert timeline.position_s == pytest.approx(3.5)


@given(
    st.lists(
        st.tuples(st.floats(-1e6, 1e6), st.integers(1, 10_000), st.sampled_from([8000, 44_100, 192_000])), max_size=30
    )
)
def test_any_timestamps_keep_every_piece_within_bounds(pieces: list[tuple[float, int, int]]) -> None:
    timeline = Timeline(100.0)
    for start_s, length_samples, rate_hz in pieces:
        before_s = timeline.position_s
        placement = timeline.place(start_s, length_samples, rate_hz)
        added = placement.silence_samples + length_samples - placement.dropped_samples
        assert 0 <= placement.dropped_samples <= length_samples
        assert 0 <= placement.silence_samples <= 100 * rate_hz
        assert timeline.position_s == pytest.approx(before_s + added / rate_hz)
