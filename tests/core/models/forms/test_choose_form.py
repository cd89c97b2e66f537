import errno
import random
from pathlib import Path

import pytest

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.choose_form import chosen_form, try_forms, why_original
from desktop_app.core.models.forms.form_trial import Agreement, FormTrial
from desktop_app.core.models.forms.model_forms import Choice, Form

SAME = Agreement(0.0, 1.0, 1.0)


class ScriptedRecipe:
    """Forms that take so many seconds, and agree or not; a model is its form's name."""

    forms: tuple[Form, ...] = (Form.EIGHT_BIT, Form.NCNN)

    def __init__(self, *, seconds: dict[Form, float] | None = None, faults: dict[Form, str] | None = None) -> None:
        self.seconds = {Form.ORIGINAL: 6.0, Form.NCNN: 4.0, Form.EIGHT_BIT: 2.0, **(seconds or {})}
        self.faults = faults or {}
        self.broken: dict[Form, Exception] = {}
        self.noise = random.Random(0)
        self.unsteady = 0.0
        self.now_s = 0.0
        self.compared: list[str] = []

    def original(self) -> str:
        return Form.ORIGINAL

    def write(self, form: Form, folder: Path) -> None:
        if form in self.broken:
            raise self.broken[form]
        (folder / "file").write_text(form)

    def read(self, form: Form, folder: Path) -> str:
        assert (folder / "file").is_file()
        return form

    def work(self, model: str) -> None:
        self.now_s += self.seconds[Form(model)] * (1 + self.noise.uniform(-self.unsteady, self.unsteady))

    def agreement(self, original: str, form: Form, other: str) -> Agreement:
        assert (original, other) == (Form.ORIGINAL, form)
        self.compared.append(form)
        return Agreement(0.0, 1.0, 1.0, self.faults.get(form))


def tried(recipe: ScriptedRecipe, folder: Path, *, deaf_at_work: Form | None = None) -> dict[Form, FormTrial]:
    def at_work(choice: Choice) -> str | None:
        assert choice.folder == folder / choice.form
        return "it is deaf" if choice.form is deaf_at_work else None

    progress: list[float] = []
    trials = try_forms(recipe, folder, at_work=at_work, on_progress=progress.append, clock=lambda: recipe.now_s)
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    return {trial.form: trial for trial in trials}


def chosen(recipe: ScriptedRecipe, folder: Path) -> Form:
    return chosen_form(tuple(tried(recipe, folder).values()))


def test_the_preferred_form_is_used_and_no_other_is_made(tmp_path: Path) -> None:
    trials = tried(ScriptedRecipe(), tmp_path)
    assert trials == {Form.EIGHT_BIT: FormTrial(Form.EIGHT_BIT, 3.0, SAME)}
    assert [path.name for path in tmp_path.iterdir()] == [Form.EIGHT_BIT]


def chosen_in_twenty_homes(folder: Path, forms: tuple[Form, ...], *, speed: float) -> set[Form]:
    """What is chosen where every form truly has this speed, and each clock's readings are up to a fifth off."""
    found = set()
    for home in range(20):
        recipe = ScriptedRecipe(seconds=dict.fromkeys(forms, 6.0 / speed))
        recipe.forms, recipe.noise, recipe.unsteady = forms, random.Random(home), 0.2
        (folder / str(home)).mkdir()
        found.add(chosen(recipe, folder / str(home)))
    return found


@pytest.mark.parametrize("speed", [0.97, 1.0, 1.05, 1.1, 1.2, 1.4, 1.5, 1.7, 3.0])
def test_twenty_homes_with_unsteady_clocks_choose_the_same_exact_form(tmp_path: Path, speed: float) -> None:
    assert chosen_in_twenty_homes(tmp_path, (Form.NCNN,), speed=speed) == {Form.NCNN}


@pytest.mark.parametrize("speed", [0.5, 0.67, 1.0, 1.1, 1.42, 1.5, 2.5])
def test_no_clock_has_a_say_in_a_form_that_changes_results(tmp_path: Path, speed: float) -> None:
    assert chosen_in_twenty_homes(tmp_path, (Form.EIGHT_BIT, Form.NCNN), speed=speed) == {Form.EIGHT_BIT}


def test_a_form_that_is_too_different_gives_way_to_the_next(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(faults={Form.EIGHT_BIT: "it is deaf"})
    assert chosen(recipe, tmp_path) is Form.NCNN
    assert recipe.compared == [Form.EIGHT_BIT, Form.NCNN]


def test_so_does_one_that_hears_other_people_at_work(tmp_path: Path) -> None:
    trials = tried(ScriptedRecipe(), tmp_path, deaf_at_work=Form.EIGHT_BIT)
    assert trials[Form.EIGHT_BIT].fault == "it is deaf"
    assert trials[Form.NCNN].fault is None


def test_where_no_form_will_do_the_original_is_used_and_every_fault_told(tmp_path: Path) -> None:
    recipe = ScriptedRecipe(seconds={Form.NCNN: 12.0}, faults={Form.EIGHT_BIT: "it is deaf"})
    trials = tuple(tried(recipe, tmp_path).values())
    assert chosen_form(trials) is Form.ORIGINAL
    assert why_original(trials) == (
        "8-bit: it is deaf; ncnn: it is slow on this processor (0.50 times the original's speed)"
    )


def test_a_form_that_cannot_be_made_says_why_and_the_next_is_tried(tmp_path: Path) -> None:
    recipe = ScriptedRecipe()
    recipe.broken[Form.EIGHT_BIT] = ModelUnavailable("Ears", "the quantizer cannot be loaded", "")
    trials = tried(recipe, tmp_path)
    assert trials[Form.EIGHT_BIT] == FormTrial(Form.EIGHT_BIT, fault="the quantizer cannot be loaded")
    assert trials[Form.NCNN].fault is None


def test_a_disk_without_room_ends_the_trials(tmp_path: Path) -> None:
    recipe = ScriptedRecipe()
    recipe.broken[Form.EIGHT_BIT] = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(OSError, match="No space left"):
        tried(recipe, tmp_path)
