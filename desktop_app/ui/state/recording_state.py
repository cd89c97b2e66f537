"""Where a recording stands in the window, and how its project says the same."""

from enum import Enum, auto

from desktop_app.core.project.values import WorkState


class State(Enum):
    """Where a recording stands. STORED: in its project, which was not read yet."""

    STORED = auto()
    LIVE = auto()
    SETTLING = auto()
    OPENING = auto()
    WAITING = auto()
    WORKING = auto()
    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()


GIVEN_UP = frozenset({State.CANCELLED, State.FAILED})
"""What has come to this may be opened once more."""
BEING_RECORDED = frozenset({State.LIVE, State.SETTLING})
"""Of these, the sound or the captions are not complete."""
_WORK_STATES = {
    State.LIVE: WorkState.WAITING,
    State.SETTLING: WorkState.WAITING,
    State.OPENING: WorkState.WAITING,
    State.WAITING: WorkState.WAITING,
    State.WORKING: WorkState.WAITING,
    State.CANCELLED: WorkState.CANCELLED,
    State.FAILED: WorkState.FAILED,
}
_STATES = {
    WorkState.WAITING: State.WAITING,
    WorkState.FAILED: State.FAILED,
    WorkState.CANCELLED: State.CANCELLED,
}


def work_state_in(state: State) -> WorkState | None:
    """How far the work on a recording is that stands there; None where that hangs on its text."""
    return _WORK_STATES.get(state)


def state_after(work: WorkState) -> State:
    """Where a recording stands whose project was read, and says this."""
    return _STATES.get(work, State.DONE)
