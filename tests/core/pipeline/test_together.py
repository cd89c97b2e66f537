from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.models.forms import Choice, Form, original
from desktop_app.core.pipeline.together import Choices, checked_together

FAST = Choice(Form.EIGHT_BIT, Path("somewhere"))
RIGHT = (Segment(0, 0, 5_000), Segment(1, 5_000, 10_000))
WRONG = (Segment(0, 0, 10_000),)
DIALOGUE = np.zeros(160_000, np.float32)


class Ears:
    """Hear wrong as soon as one of some forms takes part; count how often they were asked."""

    def __init__(self, *, fooled_by_segmentation: bool = False, fooled_by_embedding: bool = False) -> None:
        self.segmentation, self.embedding = fooled_by_segmentation, fooled_by_embedding
        self.asked = 0

    def __call__(self, choices: Choices, samples: NDArray[np.float32]) -> tuple[Segment, ...]:
        self.asked += 1
        fooled = (self.segmentation and choices.segmentation.folder is not None) or (
            self.embedding and choices.embedding.folder is not None
        )
        return WRONG if fooled else RIGHT


def checked(tried: Choices, ears: Ears) -> Choices:
    return checked_together(tried, DIALOGUE, on_progress=lambda _: None, hear=ears)


def test_forms_that_hear_what_the_originals_hear_are_kept() -> None:
    tried = Choices(FAST, FAST)
    assert checked(tried, Ears()) == tried


def test_where_nothing_is_prepared_nothing_is_listened_to() -> None:
    ears = Ears()
    tried = Choices(original("it is not faster"), original("ncnn is missing"))
    assert checked(tried, ears) == tried
    assert ears.asked == 0


def test_a_segmentation_that_spoils_it_is_left_out_and_the_reason_told() -> None:
    choices = checked(Choices(FAST, FAST), Ears(fooled_by_segmentation=True))
    assert choices.embedding == FAST
    assert choices.segmentation.folder is None
    assert choices.segmentation.reason is not None
    assert choices.segmentation.reason.endswith("of the sample's speech goes to somebody else")


def test_an_embedding_that_spoils_it_takes_both_with_it() -> None:
    choices = checked(Choices(FAST, FAST), Ears(fooled_by_embedding=True))
    assert choices.are_original
    assert choices.segmentation.reason
    assert choices.embedding.reason


def test_the_reason_for_which_a_form_was_an_original_before_stays() -> None:
    before = original("it is not faster")
    choices = checked(Choices(before, FAST), Ears(fooled_by_embedding=True))
    assert choices.segmentation == before
    assert choices.embedding.reason is not None
    assert "goes to somebody else" in choices.embedding.reason
