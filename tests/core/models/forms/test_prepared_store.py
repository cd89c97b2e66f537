import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Never

import pytest

from desktop_app.core.models.forms import prepared_store
from desktop_app.core.models.forms.model_forms import Form
from desktop_app.core.models.forms.prepared_model import Circumstances, Record
from desktop_app.core.models.forms.prepared_store import (
    describe,
    find_prepared,
    keep_prepared,
    lasting_workplace,
    remove_prepared,
    workplace,
)
from desktop_app.core.models.manifest import WESPEAKER

HERE = Circumstances("ab" * 32, "tools", "a processor")


def keep(models: Path, content: bytes = b"weights") -> Path:
    """Prepare a model of one file."""
    with workplace(models) as folder:
        made = folder / "ncnn"
        made.mkdir()
        (made / "trunk.bin").write_bytes(content)
        record = Record(HERE, Form.NCNN, None, (), (describe(made / "trunk.bin"),))
        return keep_prepared(made, WESPEAKER.name, record, models)


def test_what_is_kept_is_found_and_nothing_else_is_left(tmp_path: Path) -> None:
    place = keep(tmp_path)
    record = find_prepared(place, HERE)
    assert record is not None
    assert record.form is Form.NCNN
    assert [path.name for path in tmp_path.iterdir()] == [WESPEAKER.name]
    assert sorted(path.name for path in place.iterdir()) == ["record.json", "trunk.bin"]


def test_a_new_preparation_takes_the_place_of_an_old_one(tmp_path: Path) -> None:
    keep(tmp_path, b"old")
    place = keep(tmp_path, b"new")
    assert find_prepared(place, HERE) is not None
    assert (place / "trunk.bin").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == [WESPEAKER.name]


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    assert find_prepared(tmp_path / "none", HERE) is None


def test_a_file_that_was_changed_cut_or_removed_is_noticed(tmp_path: Path) -> None:
    file = keep(tmp_path) / "trunk.bin"
    for content in (b"Weights", b"weight", b""):
        file.write_bytes(content)
        assert find_prepared(file.parent, HERE) is None
    file.unlink()
    assert find_prepared(file.parent, HERE) is None


@pytest.mark.parametrize("text", ["", "{}", "\N{PILE OF POO}", '{"format": 99}'])
def test_a_record_that_was_changed_is_noticed(tmp_path: Path, text: str) -> None:
    place = keep(tmp_path)
    (place / "record.json").write_text(text, encoding="utf-8")
    assert find_prepared(place, HERE) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(HERE, source_sha256="cd" * 32),
        replace(HERE, tools="newer tools"),
        replace(HERE, processor="another processor"),
        replace(HERE, recipe=HERE.recipe + 1),
    ],
)
def test_under_other_circumstances_it_does_not_count(tmp_path: Path, other: Circumstances) -> None:
    assert find_prepared(keep(tmp_path), other) is None


def interrupted(models: Path) -> Never:
    with workplace(models) as folder:
        (folder / "half").write_bytes(b"half")
        raise KeyboardInterrupt


def test_an_interrupted_preparation_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_preparation_left_is_cleared_when_it_is_old_and_never_found(tmp_path: Path) -> None:
    abandoned, working = tmp_path / ".0a.part", tmp_path / ".0b.part"
    for folder in (abandoned, working):
        folder.mkdir()
        (folder / "half").write_bytes(b"half")
    os.utime(abandoned, (1, 1))
    assert find_prepared(tmp_path / WESPEAKER.name, HERE) is None
    keep(tmp_path)
    assert not abandoned.exists()
    assert working.exists()


def test_a_disk_without_room_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    place = keep(tmp_path, b"old")
    monkeypatch.setattr(prepared_store, "write_atomically", full)
    with pytest.raises(OSError, match="No space left"):
        keep(tmp_path, b"new")
    assert find_prepared(place, HERE) is not None
    assert [path.name for path in tmp_path.iterdir()] == [WESPEAKER.name]


def test_without_a_folder_for_them_there_is_no_workplace(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        with workplace(blocked / "models"):
            pass


def lasting(models: Path, error: BaseException | None = None) -> list[str]:
    """What lies in the lasting workplace when it is entered; then the error, if there is one."""
    with lasting_workplace(models, "ears", lambda: None) as folder:
        found = [path.name for path in folder.iterdir()]
        (folder / "half").write_bytes(b"half")
        if error:
            raise error
    return found


def test_what_lies_in_a_lasting_workplace_is_there_after_an_interruption_and_gone_when_it_is_done(
    tmp_path: Path,
) -> None:
    with pytest.raises(KeyboardInterrupt):
        lasting(tmp_path, KeyboardInterrupt())
    assert lasting(tmp_path) == ["half"]
    assert lasting(tmp_path) == []


def test_a_disk_that_fails_has_nothing_left_in_a_lasting_workplace(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        lasting(tmp_path, OSError(errno.ENOSPC, "No space left on device"))
    assert [path.name for path in tmp_path.iterdir()] in ([], [".ears.lock"])


def test_whoever_comes_second_waits_and_can_give_up(tmp_path: Path) -> None:
    class GiveUp(Exception):
        pass

    asked: list[int] = []

    def while_waiting() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise GiveUp

    with lasting_workplace(tmp_path, "ears", lambda: None):
        with lasting_workplace(tmp_path, "eyes", lambda: None):
            pass
        with pytest.raises(GiveUp):
            with lasting_workplace(tmp_path, "ears", while_waiting):
                pass
    with lasting_workplace(tmp_path, "ears", lambda: pytest.fail("nobody has it")):
        pass


def test_a_removed_form_is_gone_with_what_of_it_was_made_in_part(tmp_path: Path) -> None:
    place = keep(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        lasting(tmp_path, KeyboardInterrupt())
    for name in (WESPEAKER.name, "ears", "none"):
        remove_prepared(tmp_path, name)
    assert not place.exists()
    assert [path.name for path in tmp_path.iterdir()] in ([], [".ears.lock"])
