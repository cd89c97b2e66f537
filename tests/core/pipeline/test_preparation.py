import errno
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Never

import pytest

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.model_forms import Choice, Form
from desktop_app.core.models.forms.prepared_model import RECIPE, circumstances
from desktop_app.core.models.forms.prepared_store import find_prepared
from desktop_app.core.models.forms.trunk_forms import preferred_forms
from desktop_app.core.models.forms.unfinished_preparations import count_attempt
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.pipeline import preparation
from desktop_app.core.pipeline.preparation import prepared_choice


def silent(_: float) -> None:
    return


@pytest.fixture
def prepared(prepared_models: Path, tmp_path: Path) -> Path:
    """A copy of the folder that all tests share, prepared for real."""
    return Path(shutil.copytree(prepared_models, tmp_path / "models"))


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """A preparation begins by listening: here it fails with the error in the list, or by saying that it has begun."""
    errors: list[Exception] = []

    def listen() -> Never:
        raise errors[0] if errors else ModelUnavailable("Preparation", "it began", "")

    monkeypatch.setattr(preparation, "check_speech", listen)
    return errors


def why_original(choice: Choice) -> str:
    assert choice.folder is None
    assert choice.reason
    return choice.reason


def test_the_first_form_without_a_fault_was_chosen_here_and_each_before_it_says_its_own(prepared: Path) -> None:
    record = find_prepared(prepared / WESPEAKER.name, circumstances(WESPEAKER.files[0].sha256))
    assert record is not None
    *passed_over, last = record.trials
    assert tuple(trial.form for trial in record.trials) == preferred_forms()[: len(record.trials)]
    assert all(trial.fault for trial in passed_over)
    assert bool(record.reason) is (record.form is Form.ORIGINAL) is bool(last.fault)
    assert {path.name for path in prepared.iterdir()} == {WESPEAKER.name}


def test_what_is_prepared_is_not_prepared_again(prepared: Path, begun: list[Exception]) -> None:
    progress: list[float] = []
    choice = prepared_choice(on_progress=progress.append, models=prepared)
    assert progress == []
    assert choice.folder in {None, prepared / WESPEAKER.name}


def remove_record(folder: Path) -> None:
    (folder / WESPEAKER.name / "record.json").unlink()


def remove_everything(folder: Path) -> None:
    shutil.rmtree(folder / WESPEAKER.name)


def change_record(folder: Path) -> None:
    record = folder / WESPEAKER.name / "record.json"
    record.write_text(record.read_text().replace(WESPEAKER.files[0].sha256, "0" * 64))


def keep_an_older_recipe(folder: Path) -> None:
    """As a version wrote it that compared and judged forms otherwise."""
    record = folder / WESPEAKER.name / "record.json"
    written = json.loads(record.read_text())
    written["circumstances"]["recipe"] = RECIPE - 1
    for trial in written["trials"]:
        trial["agreement"] = {"least_cosine": 0.99, "mean_cosine": 0.99, "changed": None, "fault": None}
    record.write_text(json.dumps(written))


@pytest.mark.parametrize("spoil", [remove_record, remove_everything, change_record, keep_an_older_recipe])
def test_what_is_missing_or_of_another_source_is_prepared_again(
    prepared: Path, begun: list[Exception], spoil: Callable[[Path], None]
) -> None:
    spoil(prepared)
    assert why_original(prepared_choice(on_progress=silent, models=prepared)) == "Preparation: it began"


def test_it_is_prepared_again_when_that_is_asked_for(prepared: Path, begun: list[Exception]) -> None:
    choice = prepared_choice(on_progress=silent, again=True, models=prepared)
    assert why_original(choice) == "Preparation: it began"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "others cannot be kept in {} (No space left on device)"),
        (AudioError("a.wav", "it is empty"), "others cannot be checked (a.wav: it is empty)"),
        (ModelUnavailable("Ears", "they are missing", ""), "Ears: they are missing"),
    ],
)
def test_whatever_fails_the_originals_are_used_the_reason_is_told_and_nothing_is_left(
    tmp_path: Path, begun: list[Exception], error: Exception, reason: str
) -> None:
    begun.append(error)
    models = tmp_path / "models"
    assert why_original(prepared_choice(on_progress=silent, models=models)) == reason.format(models)
    assert list(models.iterdir()) == []


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    choice = prepared_choice(on_progress=silent, models=tmp_path / "file" / "models")
    assert why_original(choice).startswith("others cannot be kept in ")


def test_what_was_cut_short_three_times_is_not_tried_a_fourth_time_until_asked_for(
    tmp_path: Path, begun: list[Exception]
) -> None:
    expected = str(circumstances(WESPEAKER.files[0].sha256))
    for _ in range(3):
        count_attempt(tmp_path, WESPEAKER.name, expected)
    choice = prepared_choice(on_progress=silent, models=tmp_path)
    assert why_original(choice).startswith("preparing others was cut short 3 times")
    choice = prepared_choice(on_progress=silent, again=True, models=tmp_path)
    assert why_original(choice) == "Preparation: it began"
