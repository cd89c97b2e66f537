import errno
from pathlib import Path

import pytest

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import Form
from desktop_app.core.models.trial import Agreement, Trial
from desktop_app.core.models.trying import chosen_form, try_forms, why_original


class ScriptedRecipe:
    """Forms that take so many seconds, and agree or not; a model is its form's name."""

    forms = (Form.NCNN, Form.EIGHT_BIT)

    def __init__(self, *, seconds: dict[Form, float], faults: dict[Form, str] | None = None) -> None:
        self.seconds = {Form.ORIGINAL: 6.0, **seconds}
        self.faults = faults or {}
        self.broken: dict[Form, Exception] = {}
        self.now_s = 0.0
        self.compared: list[str] = []

    def original(self) -> str:
        return Form.ORIGINAL

    def write(self, form: Form, folder: Path, *, thorough: bool) -> None:
        if form in self.broken:
            raise self.broken[form]
        (folder / "file").write_text("thorough" if thorough else "quick")

    def read(self, form: Form, folder: Path) -> str:
        assert (folder / "file").is_file()
        return form

    def work(self, model: str) -> None:
        self.now_s += self.seconds[Form(model)]

    def agreement(self, original: str, other: str) -> Agreement:
        assert original == Form.ORIGINAL
        self.compared.append(other)
        return Agreement(fault=self.faults.get(Form(other)))


def tried(recipe: ScriptedRecipe, folder: Path) -> dict[Form, Trial]:
    progress: list[float] = []
    trials = try_forms(recipe, folder, on_progress=progress.append, clock=lambda: recipe.now_s)
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    return {trial.form: trial for trial in trials}


def chosen(recipe: ScriptedRecipe, folder: Path) -> Form:
    return chosen_form(tuple(tried(recipe, folder).values()))


def test_the_fastest_form_that_agrees_is_chosen_and_lies_there_in_full(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(seconds={Form.NCNN: 4.0, Form.EIGHT_BIT: 2.0})
    assert chosen(recipe, tmp_path) is Form.EIGHT_BIT
    assert (tmp_path / Form.EIGHT_BIT / "file").read_text() == "thorough"


def test_slower_forms_are_not_compared_once_one_is_chosen(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(seconds={Form.NCNN: 4.0, Form.EIGHT_BIT: 2.0})
    assert tried(recipe, tmp_path)[Form.NCNN].fault == "the 8-bit form is faster"
    assert recipe.compared == [Form.EIGHT_BIT]


def test_a_form_that_is_too_different_gives_way_to_the_next(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(seconds={Form.NCNN: 4.0, Form.EIGHT_BIT: 2.0}, faults={Form.EIGHT_BIT: "it is deaf"})
    assert chosen(recipe, tmp_path) is Form.NCNN


def test_forms_that_are_no_faster_are_not_compared_and_the_original_is_used(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(seconds={Form.NCNN: 6.0, Form.EIGHT_BIT: 12.0})
    trials = tried(recipe, tmp_path)
    assert chosen_form(tuple(trials.values())) is Form.ORIGINAL
    assert recipe.compared == []
    assert why_original(tuple(trials.values())) == (
        "ncnn: it is not faster on this processor (1.00 times); 8-bit: it is not faster on this processor (0.50 times)"
    )


def test_a_form_that_cannot_be_made_says_why_and_the_others_are_tried(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(seconds={Form.EIGHT_BIT: 2.0})
    recipe.broken[Form.NCNN] = ModelUnavailable("Ears", "ncnn cannot be loaded", "")
    trials = tried(recipe, tmp_path)
    assert trials[Form.NCNN] == Trial(Form.NCNN, fault="ncnn cannot be loaded")
    assert trials[Form.EIGHT_BIT].fault is None


def test_a_disk_without_room_ends_the_trials(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(seconds={})
    recipe.broken[Form.NCNN] = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(OSError, match="No space left"):
        tried(recipe, tmp_path)
