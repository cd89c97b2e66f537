"""Steps are done in their order, between the events of the window."""

from pytestqt.qtbot import QtBot

from desktop_app.ui.state.time_slices import TimeSlices


def test_every_step_is_done_once_in_order_and_the_end_is_told(qtbot: QtBot) -> None:
    slices, done = TimeSlices(), list[object]()
    slices.step.connect(done.append)
    with qtbot.waitSignal(slices.finished):
        slices.begin(range(5000))
    assert done == list(range(5000))
    assert len(slices) == 0


def test_what_waits_can_be_forgotten(qtbot: QtBot) -> None:
    slices, done = TimeSlices(), list[object]()
    slices.step.connect(done.append)
    slices.step.connect(lambda _: slices.clear())
    slices.begin("abc")
    assert done == ["a"]
    assert len(slices) == 0
