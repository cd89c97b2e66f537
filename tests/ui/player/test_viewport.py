import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.player.viewport import Viewport

HOUR_MS = 3_600_000


def hour() -> Viewport:
    return Viewport.of_all(HOUR_MS, 1000)


def test_at_first_everything_is_in_view() -> None:
    assert (hour().start_ms, hour().end_ms, hour().shows_all) == (0, HOUR_MS, True)
    assert hour().x_of(HOUR_MS / 2) == 500
    assert hour().time_at(500) == HOUR_MS / 2


@pytest.mark.parametrize("x", [100, 500, 900])
def test_what_is_under_the_pointer_stays_there_when_it_is_zoomed(x: int) -> None:
    closer = hour().zoomed(8, x)
    assert closer.time_at(x) == hour().time_at(x)
    assert closer.shown_ms == HOUR_MS / 8
    assert closer.zoomed(0.5, x).time_at(x) == hour().time_at(x)


def test_two_seconds_are_the_closest_and_all_the_widest() -> None:
    assert hour().zoomed(1e9, 500).shown_ms == 2000
    assert hour().zoomed(1e9, 500).zoomed(1e-9, 30) == hour()


def test_of_a_recording_of_a_second_all_is_always_in_view() -> None:
    assert Viewport.of_all(1000, 800).zoomed(4, 400).shown_ms == 1000


def test_a_recording_without_length_can_be_looked_at() -> None:
    empty = Viewport.of_all(0, 800)
    assert empty.time_at(400) == 0
    assert empty.zoomed(2, 0).scrolled(50).start_ms == 0


def test_a_widget_without_width_can_be_asked() -> None:
    assert Viewport.of_all(HOUR_MS, 0).in_width(500).end_ms == HOUR_MS


@given(
    steps=st.lists(
        st.one_of(
            st.tuples(st.just("zoomed"), st.floats(0.01, 100), st.floats(0, 1000)),
            st.tuples(st.just("scrolled"), st.floats(-5000, 5000)),
            st.tuples(st.just("turned_to"), st.integers(0, HOUR_MS)),
            st.tuples(st.just("in_width"), st.integers(1, 4000)),
            st.tuples(st.just("in_length"), st.integers(0, 2 * HOUR_MS)),
        )
    )
)
def test_whatever_is_done_nothing_beyond_the_recording_is_shown(steps: list[tuple[str, *tuple[float, ...]]]) -> None:
    view = hour()
    for name, *arguments in steps:
        view = getattr(view, name)(*arguments)
        least = min(2000, max(1, view.length_ms))
        assert view.start_ms >= 0
        assert view.end_ms <= max(1, view.length_ms) * (1 + 1e-9)
        assert view.shown_ms >= least * (1 - 1e-9)


def test_scrolling_stops_at_both_ends() -> None:
    closer = hour().zoomed(4, 500)
    assert closer.scrolled(-1e6).start_ms == 0
    assert closer.scrolled(1e6).end_ms == HOUR_MS
    assert closer.scrolled(10).start_ms == closer.start_ms + 10 * closer.ms_per_px


def test_the_page_is_turned_so_that_the_moment_stands_near_its_left() -> None:
    closer = hour().zoomed(60, 0)
    turned = closer.turned_to(600_000)
    assert turned.x_of(600_000) == pytest.approx(100)
    assert turned.turned_to(610_000) == turned


def test_all_stays_in_view_when_the_recording_grows_or_the_window_does() -> None:
    assert hour().in_length(2 * HOUR_MS).in_width(300) == Viewport.of_all(2 * HOUR_MS, 300)


def test_a_part_stays_in_view_when_the_recording_grows_or_the_window_does() -> None:
    closer = hour().zoomed(4, 500)
    assert closer.in_length(2 * HOUR_MS).end_ms == pytest.approx(closer.end_ms)
    assert closer.in_width(300).end_ms == pytest.approx(closer.end_ms)
