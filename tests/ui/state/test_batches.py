"""Long lists are handed on a piece at a time."""

from pytestqt.qtbot import QtBot

from desktop_app.ui.state.batches import BATCH, Batches


def test_no_batch_is_larger_than_it_may_be_and_nothing_is_lost(qtbot: QtBot) -> None:
    batches = Batches()
    taken: list[list[int]] = []
    batches.due.connect(taken.append)
    batches.add(range(3 * BATCH + 7))
    qtbot.waitUntil(lambda: not len(batches))
    assert [len(batch) for batch in taken] == [BATCH, BATCH, BATCH, 7]
    assert [value for batch in taken for value in batch] == list(range(3 * BATCH + 7))


def test_the_event_loop_runs_between_two_batches(qtbot: QtBot) -> None:
    batches = Batches()
    batches.add(range(2 * BATCH))
    assert len(batches) == 2 * BATCH
    with qtbot.waitSignal(batches.due):
        pass
    assert len(batches) == BATCH


def test_what_is_forgotten_is_not_handed_on(qtbot: QtBot) -> None:
    batches = Batches()
    batches.add(range(5))
    batches.clear()
    with qtbot.assertNotEmitted(batches.due, wait=20):
        pass


def test_the_first_batch_can_be_had_at_once() -> None:
    batches = Batches()
    taken: list[list[int]] = []
    batches.due.connect(taken.append)
    batches.hand_on_now()
    batches.add([1, 2])
    batches.hand_on_now()
    assert taken == [[1, 2]]
