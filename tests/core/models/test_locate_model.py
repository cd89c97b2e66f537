"""Where a model is found, and what happens where a copy is not in order."""

import re
from pathlib import Path

import pytest

from desktop_app.core.models import locate_model
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.file_state import size_state
from desktop_app.core.models.identify_files import Recognised
from desktop_app.core.models.import_model import take_in
from desktop_app.core.models.inventory import examine
from desktop_app.core.models.locate_model import circumstances_of, find_model, require_right_bytes
from desktop_app.core.models.manifest import CARRIED
from desktop_app.core.models.model_spec import FileSpec, FileState
from desktop_app.core.models.model_store import record_path, store_folder
from desktop_app.core.models.store_record import StoreRecord, record_text
from models.scripted_models import CONTENT, OTHER_CONTENT, SMALL, file_of

PINNED = "ab" * 20
NEWER = "cd" * 20


@pytest.fixture
def hub_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the hub's own library."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def cache(hub_cache: Path, content: bytes, revision: str = PINNED) -> Path:
    """Lay content there as the hub's library does: a blob, and a link to it in the snapshot."""
    repo = hub_cache / "models--somebody--small"
    blob = repo / "blobs" / file_of(content).sha256
    link = repo / "snapshots" / revision / "weights.bin"
    for each in (blob, link, repo / "refs" / "main"):
        each.parent.mkdir(parents=True, exist_ok=True)
    blob.write_bytes(content)
    link.unlink(missing_ok=True)
    link.symlink_to(blob)
    (repo / "refs" / "main").write_text(revision)
    return link


def store(tmp_path: Path, content: bytes, *, own: bool = False) -> Path:
    """Have the content in the store; where it lies."""
    (tmp_path / "weights.bin").write_bytes(content)
    ((path, _),) = take_in(Recognised(SMALL, ((tmp_path / "weights.bin", file_of(content)),), own)).files
    return path


def unavailable() -> ModelUnavailable:
    with pytest.raises(ModelUnavailable) as error:
        find_model(SMALL)
    return error.value


def test_a_model_that_is_nowhere_says_how_to_get_it(hub_cache: Path) -> None:
    error = unavailable()
    assert (error.model, error.reason) == ("Small", "the model is not installed")
    assert "diarist models fetch small" in error.hint
    assert "diarist models import" in error.hint
    assert examine(SMALL).state == "not installed"


def test_the_store_comes_before_the_hub_cache(tmp_path: Path, hub_cache: Path) -> None:
    link = cache(hub_cache, CONTENT)
    model = find_model(SMALL)
    assert (model.place, model.files) == ("hub cache", ((link, SMALL.files[0]),))
    path = store(tmp_path, CONTENT)
    model = find_model(SMALL)
    assert (model.place, model.files) == ("store", ((path, SMALL.files[0]),))
    require_right_bytes(model)


def test_carried_models_are_found_in_their_package(hub_cache: Path) -> None:
    for spec in CARRIED:
        model = find_model(spec)
        assert model.place == "package"
        assert all(path.is_file() for path, _ in model.files)
        assert examine(spec).state == "right"


@pytest.mark.parametrize("content", [CONTENT, OTHER_CONTENT])
def test_every_accepted_set_of_files_is_found_and_told_apart(tmp_path: Path, hub_cache: Path, content: bytes) -> None:
    cache(hub_cache, content)
    from_cache = find_model(SMALL)
    store(tmp_path, content)
    from_store = find_model(SMALL)
    note = "the other one" if content == OTHER_CONTENT else ""
    assert from_cache.note == from_store.note == examine(SMALL).note == note
    assert from_cache.files[0][1] == from_store.files[0][1] == file_of(content)


def test_the_newest_revision_in_the_cache_does_if_it_has_the_same_file(hub_cache: Path) -> None:
    link = cache(hub_cache, CONTENT, revision=NEWER)
    assert find_model(SMALL).files == ((link, SMALL.files[0]),)


def test_another_file_under_a_newer_revision_is_another_model(hub_cache: Path) -> None:
    cache(hub_cache, CONTENT + b"newer", revision=NEWER)
    assert unavailable().reason == "the model is not installed"


def test_a_cut_file_in_the_hub_cache_is_an_error_that_names_it(hub_cache: Path) -> None:
    link = cache(hub_cache, CONTENT[:-1])
    error = unavailable()
    assert error.reason == f"{link} has the wrong size"
    assert "diarist models fetch small" in error.hint


def test_a_link_without_its_blob_counts_as_nothing(hub_cache: Path) -> None:
    cache(hub_cache, CONTENT).resolve().unlink()
    assert unavailable().reason == "the model is not installed"


def test_a_wrong_copy_in_the_store_is_not_passed_over_for_a_right_one_elsewhere(
    tmp_path: Path, hub_cache: Path
) -> None:
    cache(hub_cache, CONTENT)
    path = store(tmp_path, CONTENT)
    path.write_bytes(CONTENT[:-1])
    error = unavailable()
    assert error.reason == f"{path} has the wrong size"
    assert "diarist models fetch small" in error.hint
    assert "diarist models remove" in error.hint
    path.unlink()
    assert unavailable().reason == f"{path} is missing"
    assert (examine(SMALL).state, examine(SMALL).reason) == ("wrong", f"{path} is missing")


def test_a_model_that_is_replaced_at_that_moment_is_found(
    tmp_path: Path, hub_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replaced_before(path: Path, file: FileSpec) -> FileState:
        monkeypatch.setattr(locate_model, "size_state", size_state)
        new.append(store(tmp_path, OTHER_CONTENT))
        return size_state(path, file)

    new: list[Path] = []
    old = store(tmp_path, CONTENT)
    monkeypatch.setattr(locate_model, "size_state", replaced_before)
    ((path, _),) = find_model(SMALL).files
    assert [path] == new
    assert not old.exists()


def test_changed_bytes_are_found_by_reading_them_all(tmp_path: Path, hub_cache: Path) -> None:
    path = store(tmp_path, CONTENT)
    path.write_bytes(CONTENT[:-1] + b"?")
    model = find_model(SMALL)
    with pytest.raises(ModelUnavailable, match=re.escape(f"{path} has the wrong hash")):
        require_right_bytes(model)
    entry = examine(SMALL)
    assert (entry.state, entry.place, [file.state for file in entry.files]) == ("wrong", "store", ["wrong hash"])
    assert entry.reason == f"{path} has the wrong hash"


def test_the_own_model_is_found_as_such(tmp_path: Path, hub_cache: Path) -> None:
    store(tmp_path, b"tuned", own=True)
    model = find_model(SMALL)
    assert (model.own, model.note, model.files[0][1]) == (True, "", file_of(b"tuned"))
    assert (examine(SMALL).state, examine(SMALL).own) == ("right", True)


def test_files_that_are_neither_known_nor_the_users_own_are_refused(tmp_path: Path, hub_cache: Path) -> None:
    path = store(tmp_path, CONTENT)
    path.write_bytes(b"older")
    record = StoreRecord(path.parent.name, (file_of(b"older"),), "an older Diarist", own=False)
    record_path("small").write_text(record_text(record))
    assert "holds a version that this Diarist does not know" in unavailable().reason


def test_a_record_that_cannot_be_read_is_an_error_that_names_it(tmp_path: Path, hub_cache: Path) -> None:
    store(tmp_path, CONTENT)
    record_path("small").write_text("{")
    assert unavailable().reason.startswith(f"{store_folder() / 'small' / 'record.json'} cannot be read (")


def test_circumstances_change_with_the_model_and_only_then(tmp_path: Path, hub_cache: Path) -> None:
    nothing = circumstances_of(SMALL)
    assert nothing == circumstances_of(SMALL)
    path = store(tmp_path, CONTENT)
    there = circumstances_of(SMALL)
    assert there == circumstances_of(SMALL) != nothing
    path.unlink()
    gone = circumstances_of(SMALL)
    assert gone not in (nothing, there)
