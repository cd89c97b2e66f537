from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.models.forms.model_forms import Choice, Form
from desktop_app.core.pipeline.joint_form_check import people_fault

FAST = Choice(Form.EIGHT_BIT, Path("somewhere"))
RIGHT = (Segment(0, 0, 5_000), Segment(1, 5_000, 10_000))
WRONG = (Segment(0, 0, 10_000),)
DIALOGUE = np.zeros(160_000, np.float32)


def fault(heard: tuple[Segment, ...]) -> str | None:
    def hear(choice: Choice, samples: NDArray[np.float32]) -> tuple[Segment, ...]:
        return RIGHT if choice.folder is None else heard

    return people_fault(FAST, DIALOGUE, hear=hear)


def test_a_form_that_hears_whom_the_original_hears_has_no_fault() -> None:
    assert fault(RIGHT) is None


def test_a_form_that_gives_speech_to_somebody_else_says_how_much() -> None:
    assert fault(WRONG) == "50.0% of the sample's speech goes to somebody else"
