import pytest

from desktop_app.ui.player.navigation import Navigation


@pytest.fixture
def navigation() -> Navigation:
    made = Navigation()
    made.fit(length_ms=600_000, width=1000)
    made.look_at(made.view.zoomed(10, 0))
    return made


def test_the_page_is_turned_when_the_head_leaves_it(navigation: Navigation) -> None:
    navigation.move_head(59_000)
    assert navigation.view.start_ms == 0
    navigation.move_head(61_000)
    assert navigation.view.x_of(61_000) == pytest.approx(100)


def test_who_scrolls_away_from_the_head_is_left_alone(navigation: Navigation) -> None:
    navigation.look_at(navigation.view.scrolled(3000))
    assert not navigation.follows
    before = navigation.view
    navigation.move_head(1000)
    assert navigation.view == before


def test_who_comes_back_to_the_head_follows_it_again(navigation: Navigation) -> None:
    navigation.look_at(navigation.view.scrolled(3000))
    navigation.look_at(navigation.view.scrolled(-3000))
    assert navigation.follows


def test_who_scrolls_and_still_sees_the_head_follows_it(navigation: Navigation) -> None:
    navigation.move_head(30_000)
    navigation.look_at(navigation.view.scrolled(100))
    assert navigation.follows


def test_asking_for_the_head_brings_it_into_view(navigation: Navigation) -> None:
    navigation.look_at(navigation.view.scrolled(5000))
    navigation.follow()
    assert navigation.view.shows(0)
    assert navigation.follows


def test_the_head_stays_within_the_recording(navigation: Navigation) -> None:
    navigation.move_head(10**9)
    assert navigation.head_ms == 600_000
    navigation.fit(length_ms=300_000, width=1000)
    assert navigation.head_ms == 300_000
