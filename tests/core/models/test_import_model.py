"""Taking models in from files and folders."""

import os
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.core.models import identify_files, model_store
from desktop_app.core.models.errors import ModelStoreError
from desktop_app.core.models.identify_files import recognise
from desktop_app.core.models.import_model import take_in
from desktop_app.core.models.locate_model import FoundModel, find_model
from desktop_app.core.models.manifest import PARAKEET_V3_ONNX, WESPEAKER_CHECKPOINT
from desktop_app.core.models.model_spec import FileSpec, HubSource, ModelSpec
from desktop_app.core.models.model_store import read_record, store_folder
from desktop_app.core.models.own_transducer import OwnTransducer, UnknownTransducer
from models.scripted_models import CONTENT, OTHER_CONTENT, SMALL, file_of, in_store

WHOLE = ["small/record.json", "small/weights.bin"]
TUNED = b"tuned by the user"
LARGE_CONTENT = CONTENT[::-1]
LARGE = ModelSpec(
    name="large",
    role="asr",
    label="Large",
    licence="MIT",
    attribution="nobody",
    files=(file_of(LARGE_CONTENT, "large.nemo"),),
    hub=HubSource("somebody/large", "ef" * 20),
)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identify_files, "FETCHED", (SMALL, LARGE))


def take(source: Path, *, spec: ModelSpec | None = None, sha256: str | None = None) -> FoundModel:
    (model,) = recognise(source, spec=spec, sha256=sha256)
    return take_in(model)


def refused(source: Path, *, spec: ModelSpec | None = None, sha256: str | None = None) -> str:
    with pytest.raises(ModelStoreError) as error:
        take(source, spec=spec, sha256=sha256)
    assert "\n" not in str(error.value)
    return str(error.value)


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_known_file_is_recognised_by_its_hash_whatever_its_name(tmp_path: Path) -> None:
    source = write(tmp_path / "download(1).tmp", CONTENT)
    found = take(source)
    ((path, file),) = found.files
    assert (found.spec, found.place, found.own, file) == (SMALL, "store", False, SMALL.files[0])
    assert path.name == "weights.bin"
    assert path.read_bytes() == CONTENT
    assert in_store() == WHOLE
    record = read_record("small")
    assert record is not None
    assert record.source == str(source)
    source.unlink()
    assert find_model(SMALL) == found


def test_every_byte_is_told_twice_as_it_is_written_and_read_back(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    (model,) = recognise(write(tmp_path / "weights.bin", CONTENT))
    take_in(model, on_bytes=lambda done, total: told.append((done, total)))
    assert told[-1] == (2 * len(CONTENT), 2 * len(CONTENT))


def test_the_other_set_of_files_is_taken_in_and_told_apart(tmp_path: Path) -> None:
    assert take(write(tmp_path / "weights.bin", OTHER_CONTENT)).note == "the other one"


def test_a_folder_of_the_hub_is_taken_in(tmp_path: Path) -> None:
    blob = write(tmp_path / "models--somebody--small" / "blobs" / "abc", CONTENT)
    link = tmp_path / "models--somebody--small" / "snapshots" / "abc" / "weights.bin"
    link.parent.mkdir(parents=True)
    link.symlink_to(blob)
    write(link.parent / "config.yaml", b"not asked for")
    assert take(link.parent).files[0][0].read_bytes() == CONTENT
    assert in_store() == WHOLE
    assert take(tmp_path).files[0][0].read_bytes() == CONTENT


def test_a_copy_of_a_store_is_taken_in_model_by_model(tmp_path: Path) -> None:
    for content in (CONTENT, LARGE_CONTENT):
        take(write(tmp_path / "file", content))
    copied = store_folder().rename(tmp_path / "stick")
    models = recognise(copied)
    assert [take_in(model).spec for model in models] == [SMALL, LARGE]
    assert [model.spec for model in recognise(copied, spec=LARGE)] == [LARGE]
    assert in_store() == ["large/large.nemo", "large/record.json", *WHOLE]


def test_a_store_can_be_taken_in_from_itself(tmp_path: Path) -> None:
    take(write(tmp_path / "file", CONTENT))
    assert take(store_folder() / "small").files[0][0].read_bytes() == CONTENT
    assert in_store() == WHOLE


@pytest.mark.parametrize("content", [b"", b"anything", CONTENT[:-1], CONTENT[:-1] + b"?"])
def test_an_unknown_file_is_refused_with_the_way_for_own_models(tmp_path: Path, content: bytes) -> None:
    source = write(tmp_path / "weights.bin", content)
    said = refused(source)
    assert said.startswith(f"{source} is no model that Diarist knows, or its bytes have changed")
    assert "--name" in said
    assert "--sha256" in said
    assert in_store() == []


def test_a_folder_without_models_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert "is no model that Diarist knows" in refused(tmp_path)
    assert refused(tmp_path / "gone") == f"{tmp_path / 'gone'}: there is no such file or folder"


def test_the_own_model_is_taken_in_by_the_hash_that_its_source_states(tmp_path: Path) -> None:
    source = write(tmp_path / "tuned.bin", TUNED)
    found = take(source, spec=SMALL, sha256=file_of(TUNED).sha256)
    ((path, file),) = found.files
    assert (found.own, file) == (True, file_of(TUNED))
    assert (path.name, path.read_bytes()) == ("weights.bin", TUNED)


def test_the_own_model_is_found_in_a_folder_by_its_hash(tmp_path: Path) -> None:
    write(tmp_path / "a" / "other.bin", b"other")
    write(tmp_path / "a" / "tuned.bin", TUNED)
    assert take(tmp_path, spec=SMALL, sha256=file_of(TUNED).sha256).own
    said = refused(tmp_path, spec=SMALL, sha256=file_of(b"nothing").sha256)
    assert said == f"no .bin file in {tmp_path} has the sha256 {file_of(b'nothing').sha256}"


def test_an_own_model_of_another_hash_is_refused(tmp_path: Path) -> None:
    source = write(tmp_path / "tuned.bin", TUNED)
    wrong = file_of(b"what was promised").sha256
    assert refused(source, spec=SMALL, sha256=wrong) == f"{source} does not have the sha256 {wrong}"
    assert in_store() == []


def test_an_own_model_cannot_take_the_place_of_one_of_several_files(tmp_path: Path) -> None:
    several = ModelSpec("several", "asr", "Several", "MIT", "nobody", (*SMALL.files, *LARGE.files))
    told = refused(write(tmp_path / "own.bin", TUNED), spec=several, sha256=file_of(TUNED).sha256)
    assert told == "several is several files: one of your own cannot take its place"


def test_an_own_model_without_a_hash_is_refused(tmp_path: Path) -> None:
    assert "--sha256" in refused(write(tmp_path / "tuned.bin", TUNED), spec=SMALL)


def test_a_transducer_that_nobody_knows_is_told_with_its_hash_and_its_own_files_alone(tmp_path: Path) -> None:
    encoder = write(tmp_path / "b" / "encoder-model.onnx", TUNED)
    write(tmp_path / "b" / "encoder-model.onnx.data", CONTENT[1:])
    write(tmp_path / "b" / "vocab.txt", b"<blk> 0")
    write(tmp_path / "b" / "readme.md", CONTENT[2:])
    write(tmp_path / "a" / "encoder-model.onnx", b"without a vocabulary")
    with pytest.raises(UnknownTransducer) as error:
        recognise(tmp_path)
    own = error.value.own
    assert own == OwnTransducer(tmp_path, encoder, file_of(TUNED).sha256, len(TUNED) + len(CONTENT) - 1 + 7)
    told = f"diarist models import {tmp_path} --name parakeet-tdt-0.6b-v3-onnx --sha256 {own.sha256}"
    assert str(error.value).endswith(told)
    (taken,) = recognise(tmp_path, spec=PARAKEET_V3_ONNX, sha256=own.sha256)
    assert (taken.own, taken.size, taken.files[0][0]) == (True, own.size, encoder)


def test_a_known_model_is_not_taken_for_another(tmp_path: Path) -> None:
    source = write(tmp_path / "weights.bin", CONTENT)
    assert refused(source, spec=LARGE) == f"{source} is small, not large"
    assert refused(source, spec=LARGE, sha256=SMALL.files[0].sha256) == f"{source} is small, not large"
    assert not take(source, spec=SMALL, sha256=SMALL.files[0].sha256).own


def test_the_own_model_is_not_replaced_unasked(tmp_path: Path) -> None:
    tuned = write(tmp_path / "tuned.bin", TUNED)
    take(tuned, spec=SMALL, sha256=file_of(TUNED).sha256)
    said = refused(write(tmp_path / "weights.bin", CONTENT))
    assert "diarist models remove small --yes" in said
    ((path, _),) = find_model(SMALL).files
    assert path.read_bytes() == TUNED
    path.write_bytes(b"damaged")
    assert take(tuned, spec=SMALL, sha256=file_of(TUNED).sha256).files[0][0].read_bytes() == TUNED


def test_a_damaged_copy_is_replaced(tmp_path: Path) -> None:
    source = write(tmp_path / "weights.bin", CONTENT)
    ((path, _),) = take(source).files
    path.write_bytes(b"damaged")
    assert take(source).files[0][0].read_bytes() == CONTENT
    assert in_store() == WHOLE


def test_a_file_that_changes_while_it_is_copied_is_thrown_away(tmp_path: Path) -> None:
    source = write(tmp_path / "weights.bin", CONTENT)
    (model,) = recognise(source)
    source.write_bytes(CONTENT[:-1] + b"?")
    with pytest.raises(ModelStoreError, match="wrong hash"):
        take_in(model)
    source.unlink()
    with pytest.raises(ModelStoreError, match=re.escape(f"{source} cannot be read (No such file or directory)")):
        take_in(model)
    assert in_store() == []


def test_an_interruption_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    take(write(tmp_path / "weights.bin", OTHER_CONTENT))
    (model,) = recognise(write(tmp_path / "weights.bin", CONTENT))
    with pytest.raises(KeyboardInterrupt):
        take_in(model, on_bytes=interrupt)
    assert find_model(SMALL).files[0][0].read_bytes() == OTHER_CONTENT
    assert in_store() == WHOLE


def test_a_disk_without_room_is_not_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_store.shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    assert f"{store_folder()} has 1 MB free, and 51 MB are needed" in refused(write(tmp_path / "a", CONTENT))
    assert in_store() == []


def test_files_of_no_kind_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")  # reading it would wait for ever
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    assert take(write(tmp_path / "weights.bin", CONTENT).parent).spec is SMALL


def test_the_expanded_checkpoint_is_recognised_where_this_machine_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = Path(__file__).parents[4] / "shared" / "models" / WESPEAKER_CHECKPOINT.name
    if not beside.is_dir():
        pytest.skip("no checkpoint of WeSpeaker beside the checkout")
    monkeypatch.setattr(identify_files, "FETCHED", (WESPEAKER_CHECKPOINT,))
    found = take(beside)
    assert found.note == "expanded from the carried int8 copy"
    assert isinstance(found.files[0][1], FileSpec)
