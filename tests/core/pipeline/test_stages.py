import pytest

from desktop_app import translation
from desktop_app.core.pipeline.stages import JobOptions, Stage


@pytest.mark.parametrize(("low", "high"), [(None, None), (1, None), (None, 1), (2, 2), (2, 5)])
def test_bounds_that_can_hold_are_taken(low: int | None, high: int | None) -> None:
    options = JobOptions(low, high)
    assert (options.min_speakers, options.max_speakers) == (low, high)


@pytest.mark.parametrize(("low", "high"), [(0, None), (None, 0), (-1, 3), (0, 0)])
def test_there_is_at_least_one_speaker(low: int | None, high: int | None) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        JobOptions(low, high)


def test_bounds_that_exclude_each_other_are_refused_by_value() -> None:
    with pytest.raises(ValueError, match="at least 4 and at most 3"):
        JobOptions(4, 3)


def test_every_stage_has_words_of_its_own_for_a_person() -> None:
    assert len({stage.label for stage in Stage}) == len(Stage)


def test_a_stage_speaks_the_language_that_was_chosen_after_it_was_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation._Spoken, "catalogue", {("Loading models", ""): ("Modelle laden",)})
    assert [Stage.LOADING.label, Stage.DECODING.label] == ["Modelle laden", "Reading audio"]
