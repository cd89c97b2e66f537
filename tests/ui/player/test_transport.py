"""The bar that plays: what it says, what it is told, and whether all of it is seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from text_fits import faults, menu_faults, settle

from desktop_app.ui.look.appearance import Appearance, Choice
from desktop_app.ui.player.choices import RATES, Output, rate_label
from desktop_app.ui.player.player_button import PlayerButton
from desktop_app.ui.player.signs import Sign
from desktop_app.ui.player.transport import Transport

HEADSET, SPEAKERS = Output("pulse:1", "Headset"), Output("pulse:2", "Rock & Roll speakers")


@pytest.fixture
def transport(qtbot: QtBot) -> Transport:
    made = Transport()
    qtbot.addWidget(made)
    made.set_available(None)
    made.resize(1280, 48)
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(button: PlayerButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("button", "signal", "said"),
    [
        ("play", "play_clicked", []),
        ("back", "stepped", [-5000]),
        ("forward", "stepped", [5000]),
        ("previous", "previous_turn_asked", []),
        ("next", "next_turn_asked", []),
        ("loop", "loop_chosen", [True]),
        ("follow", "follow_chosen", [False]),
        ("lanes", "fold_chosen", [True]),
    ],
)
def test_every_button_says_what_is_wanted(
    transport: Transport, qtbot: QtBot, button: str, signal: str, said: list[object]
) -> None:
    with qtbot.waitSignal(getattr(transport, signal)) as told:
        click(getattr(transport, button))
    assert told.args == said


def test_telling_it_its_state_is_nobodys_wish(transport: Transport, qtbot: QtBot) -> None:
    wishes = [transport.loop_chosen, transport.follow_chosen, transport.fold_chosen, transport.volume_chosen]
    for wish in (*wishes, transport.rate_chosen):
        wish.connect(lambda *_: pytest.fail("nobody wished for it"))
    transport.show_loop(True)
    transport.show_follow(False)
    transport.show_folded(True)
    transport.show_volume(30)
    transport.show_rate(1.5)
    transport.show_playing(True)


def test_it_offers_to_pause_while_it_plays(transport: Transport) -> None:
    transport.play.show_key("F4")
    for playing, name, sign in ((True, "Pause", Sign.PAUSE), (False, "Play", Sign.PLAY)):
        transport.show_playing(playing)
        assert (transport.play.accessibleName(), transport.play.sign) == (name, sign)
        assert transport.play.toolTip() == f"{name} (F4)"


def test_the_time_is_told_with_tenths_and_moves_nothing_beside_it(transport: Transport) -> None:
    transport.show_length(2_530_000)
    settle()
    before = transport.previous.x()
    for time_ms, said in ((0, "00:00.0"), (21_490, "00:21.4"), (2_529_999, "42:09.9")):
        transport.show_position(time_ms)
        settle()
        assert (transport.time.position.text(), transport.time.length.text()) == (said, "/ 42:10")
        assert transport.previous.x() == before


def test_in_a_recording_of_hours_the_time_has_them_from_the_start(transport: Transport) -> None:
    transport.show_position(5000)
    transport.show_length(5_400_000)
    assert transport.time.position.text() == "0:00:05.0"
    transport.show_position(3_600_000)
    assert transport.time.position.text() == "1:00:00.0"


def test_the_speed_is_chosen_from_a_menu_and_shown(transport: Transport, qtbot: QtBot) -> None:
    actions = transport.rates.actions()
    assert [action.text() for action in actions] == [rate_label(rate) for rate in RATES]
    with qtbot.waitSignal(transport.rate_chosen) as told:
        actions[-1].trigger()
    assert told.args == [2.0]
    transport.show_rate(0.75)
    assert transport.rate.text() == "0.75×"
    assert [action.text() for action in actions if action.isChecked()] == ["0.75×"]
    transport.show_rate(1.33)
    assert (transport.rate.text(), transport.rate.toolTip()) == ("1.33×", "Speed, 1.33×")
    assert not any(action.isChecked() for action in actions)


def test_the_volume_has_a_slider_and_a_sign_for_silence(transport: Transport, qtbot: QtBot) -> None:
    with qtbot.waitSignal(transport.volume_chosen) as told:
        transport.volumes.slider.setValue(0)
    assert told.args == [0]
    assert transport.volume.sign is Sign.SILENT
    assert transport.volume.accessibleName() == "Volume, 0 %"
    transport.show_volume(60)
    assert (transport.volumes.slider.value(), transport.volume.sign) == (60, Sign.VOLUME)


def test_outputs_are_asked_for_when_their_menu_opens(transport: Transport, qtbot: QtBot) -> None:
    with qtbot.waitSignal(transport.outputs_wanted):
        click(transport.output)
    transport.show_outputs((HEADSET, SPEAKERS), HEADSET.id)
    names = {action.text(): action.isChecked() for action in transport.outputs.actions()}
    assert names == {"As the system does": False, "Headset": True, "Rock && Roll speakers": False}
    with qtbot.waitSignal(transport.output_chosen) as told:
        transport.outputs.actions()[2].trigger()
    assert told.args == [SPEAKERS]
    transport.outputs.close()


def test_the_button_leads_back_where_the_page_does_not_follow(transport: Transport, qtbot: QtBot) -> None:
    transport.show_follow(False)
    assert (transport.follow.text(), transport.follow.isChecked()) == ("Back to voice", False)
    with qtbot.waitSignal(transport.follow_chosen) as told:
        click(transport.follow)
    assert told.args == [True]


def test_what_cannot_be_played_says_why(transport: Transport) -> None:
    why = "The sound is not where it was: /home/anna/talk.wav is missing."
    transport.set_available(why)
    assert transport.trouble.text() == why
    assert not transport.play.isEnabled()
    assert transport.lanes.isEnabled()
    transport.set_available(None)
    assert transport.trouble.text() == ""
    assert transport.play.isEnabled()


def test_without_turns_there_is_none_to_go_to(transport: Transport) -> None:
    transport.set_turns(False)
    assert not any(each.isEnabled() for each in (transport.previous, transport.next, transport.lanes))


def test_everything_can_be_reached_and_pressed_by_keys(transport: Transport, qtbot: QtBot) -> None:
    transport.play.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert {button for button in transport.findChildren(PlayerButton) if button.isVisible()} == set(reached)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(transport.stepped):
            QTest.keyClick(transport.back, key)


def test_every_button_has_a_name_and_a_tool_tip(transport: Transport) -> None:
    for button in transport.findChildren(PlayerButton):
        assert button.accessibleName()
        assert button.toolTip().startswith(button.accessibleName())


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("width", [1280, 900, 720, 600, 512, 400, 330])
def test_nothing_is_cut_in_any_width(transport: Transport, appearance: Appearance, choice: Choice, width: int) -> None:
    appearance.choose(choice)
    transport.show_length(36_000_000)
    transport.resize(max(width, transport.minimumSizeHint().width()), 48)
    settle()
    assert [fault for fault in faults(transport) if "the screen" not in fault] == []
    for button in transport.findChildren(PlayerButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.accessibleName()


def test_in_a_narrow_window_words_go_first_and_then_whole_buttons(transport: Transport) -> None:
    buttons = transport.findChildren(PlayerButton)
    transport.show_length(36_000_000)
    for width, more, words in ((1280, False, True), (720, False, False), (450, True, False)):
        transport.resize(width, 48)
        settle()
        assert transport.more.isVisible() is more
        has_words = transport.loop.isVisible() and transport.loop.width() > 2 * transport.volume.sizeHint().width()
        assert has_words is words
        assert {transport.play, transport.back, transport.forward} <= {each for each in buttons if each.isVisible()}


def test_what_has_no_room_is_in_the_menu(transport: Transport, qtbot: QtBot) -> None:
    transport.resize(transport.minimumSizeHint().width(), 48)
    settle()
    menu = transport.more.menu
    assert isinstance(menu, QMenu)
    assert menu_faults(menu) == []
    menu.aboutToShow.emit()
    found = {action.text(): action for action in menu.actions()}
    assert {"Previous turn", "Next turn", "Speed", "Volume", "Output", "Follow audio"} <= set(found)
    with qtbot.waitSignal(transport.previous_turn_asked):
        found["Previous turn"].trigger()
    with qtbot.waitSignal(transport.loop_chosen) as told:
        found["Loop this turn, or what is chosen"].trigger()
    assert told.args == [True]


def test_long_words_push_others_into_the_menu_and_are_not_cut(make_long: Callable[[], Transport]) -> None:
    transport = make_long()
    transport.resize(720, 48)
    settle()
    assert all(
        each.width() >= each.sizeHint().width() for each in transport.findChildren(PlayerButton) if each.isVisible()
    )


@pytest.fixture
def make_long(transport: Transport) -> Callable[[], Transport]:
    def make() -> Transport:
        transport.back.setText("−5 Sekunden zurückspringen")
        transport.forward.setText("+5 Sekunden weiterspringen")
        return transport

    return make


@pytest.mark.parametrize("sign", list(Sign))
def test_every_sign_is_seen(qtbot: QtBot, sign: Sign) -> None:
    button = PlayerButton("Something", sign=sign)
    qtbot.addWidget(button)
    image = button.grab().toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 2
