import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Never

import pytest

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.models.attempts import count_attempt
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import Form
from desktop_app.core.models.manifest import SEGMENTATION, WESPEAKER
from desktop_app.core.models.prepared import circumstances
from desktop_app.core.models.prepared_store import find_prepared
from desktop_app.core.models.segmentation_forms import FORMS as SEGMENTATION_FORMS
from desktop_app.core.models.trunk_forms import FORMS as TRUNK_FORMS
from desktop_app.core.pipeline import preparation
from desktop_app.core.pipeline.preparation import prepared_choices
from desktop_app.core.pipeline.together import Choices


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


def reasons(choices: Choices) -> set[str | None]:
    assert choices.are_original
    return {choices.segmentation.reason, choices.embedding.reason}


def test_every_form_was_tried_here_and_each_but_the_chosen_one_says_why_it_is_not_used(prepared: Path) -> None:
    for spec, forms in ((SEGMENTATION, SEGMENTATION_FORMS), (WESPEAKER, TRUNK_FORMS)):
        record = find_prepared(prepared / spec.name, circumstances(spec))
        assert record is not None
        assert {trial.form for trial in record.trials} == set(forms)
        assert bool(record.reason) is (record.form is Form.ORIGINAL)
        assert all(trial.fault for trial in record.trials if trial.form is not record.form)
    assert {path.name for path in prepared.iterdir()} == {SEGMENTATION.name, WESPEAKER.name}


def test_what_is_prepared_is_not_prepared_again(prepared: Path, begun: list[Exception]) -> None:
    progress: list[float] = []
    choices = prepared_choices(on_progress=progress.append, models=prepared)
    assert progress == []
    for choice, spec in ((choices.segmentation, SEGMENTATION), (choices.embedding, WESPEAKER)):
        assert choice.folder in {None, prepared / spec.name}


def remove_record(folder: Path) -> None:
    (folder / WESPEAKER.name / "record.json").unlink()


def remove_segmentation(folder: Path) -> None:
    shutil.rmtree(folder / SEGMENTATION.name)


def change_record(folder: Path) -> None:
    record = folder / WESPEAKER.name / "record.json"
    record.write_text(record.read_text().replace(WESPEAKER.files[0].sha256, "0" * 64))


@pytest.mark.parametrize("spoil", [remove_record, remove_segmentation, change_record])
def test_what_is_missing_or_of_another_source_is_prepared_again(
    prepared: Path, begun: list[Exception], spoil: Callable[[Path], None]
) -> None:
    spoil(prepared)
    assert reasons(prepared_choices(on_progress=silent, models=prepared)) == {"Preparation: it began"}


def test_it_is_prepared_again_when_that_is_asked_for(prepared: Path, begun: list[Exception]) -> None:
    choices = prepared_choices(on_progress=silent, again=True, models=prepared)
    assert reasons(choices) == {"Preparation: it began"}


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
    assert reasons(prepared_choices(on_progress=silent, models=models)) == {reason.format(models)}
    assert list(models.iterdir()) == []


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (reason,) = reasons(prepared_choices(on_progress=silent, models=tmp_path / "file" / "models"))
    assert reason is not None
    assert reason.startswith("others cannot be kept in ")


def test_what_was_cut_short_three_times_is_not_tried_a_fourth_time_until_asked_for(
    tmp_path: Path, begun: list[Exception]
) -> None:
    expected = str([circumstances(SEGMENTATION), circumstances(WESPEAKER)])
    for _ in range(3):
        count_attempt(tmp_path, expected)
    (reason,) = reasons(prepared_choices(on_progress=silent, models=tmp_path))
    assert reason is not None
    assert reason.startswith("preparing others was cut short 3 times")
    choices = prepared_choices(on_progress=silent, again=True, models=tmp_path)
    assert reasons(choices) == {"Preparation: it began"}
