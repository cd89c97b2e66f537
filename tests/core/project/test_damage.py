"""Whatever is wrong with a file: what it gives is exact, or it is said what is lost; and it stays as it is."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.core.project.backups import back_up
from desktop_app.core.project.copying import save_as
from desktop_app.core.project.errors import NotAProject, ProjectDamaged, ProjectError
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.repair import repair
from desktop_app.core.project.values import Peaks
from desktop_app.core.transcript.edits import History
from desktop_app.core.transcript.values import Transcript
from project.talks import FACTS, State, changes, made, renamed, talk

Damage = Callable[[random.Random, bytearray], None]
BASE = talk(40, words=12)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Harbour talk.diarist"


def written(path: Path, steps: int = 60, snapshot_at: int = 45) -> list[State]:
    """A project with so many steps; the states that it had."""
    states: list[State] = [(History(), BASE)]
    with create_project(path, FACTS) as project:
        project.record_transcript(made(BASE))
        project.set_voices(bytes(range(256)) * 40)
        project.set_peaks(Peaks("dat/1", bytes(range(256)) * 60))
        for number, state in enumerate(changes(3, BASE, steps)):
            project.record_history(*state)
            states.append(state)
            if number == snapshot_at:
                project.write_snapshot()
        project.release()
    return states


def flip_bits(chance: random.Random, data: bytearray) -> None:
    for _ in range(chance.choice([1, 1, 2, 10])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def overwrite_a_page(chance: random.Random, data: bytearray) -> None:
    page = chance.randrange(len(data) // 4096) * 4096
    data[page : page + 4096] = chance.choice([bytes(4096), chance.randbytes(4096)])


def put_back_a_page(chance: random.Random, data: bytearray) -> None:
    one, other = (chance.randrange(len(data) // 4096) * 4096 for _ in range(2))
    data[one : one + 4096] = data[other : other + 4096]


def truncate(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(len(data)) :]


@pytest.mark.parametrize("damage", [flip_bits, overwrite_a_page, put_back_a_page, truncate])
def test_no_damage_gives_another_text_in_silence(path: Path, damage: Damage) -> None:
    states = written(path)
    whole = path.read_bytes()
    known = {content(state[1]) for state in states}
    told = 0
    for seed in range(40):
        data = bytearray(whole)
        damage(random.Random(seed), data)
        path.write_bytes(data)
        text, losses = read(path)
        told += bool(losses)
        if text is None:
            assert losses
        elif not losses:
            assert text == states[-1][1]
        else:
            assert content(text) in known
        assert path.read_bytes() == data
    assert told > 0


def content(transcript: Transcript) -> object:
    return transcript.speakers, transcript.turns


def read(path: Path) -> tuple[Transcript | None, tuple[str, ...]]:
    try:
        with open_project(path) as project:
            return (project.text.transcript if project.text else None), project.losses
    except ProjectError as error:
        return None, (str(error),)


def spoil(path: Path, content: bytes) -> None:
    """Spoil this content of a row wherever it is in the file."""
    data = bytearray(path.read_bytes())
    at = data.find(content)
    assert at >= 0
    data[at] ^= 255
    path.write_bytes(data)


def test_text_after_a_spoilt_step_comes_from_the_snapshot_and_the_steps_after_it(path: Path) -> None:
    states = many_renamed(path)
    spoil(path, b'"new":"Name 3"')
    with open_project(path) as project:
        assert project.losses == ("what undoes the first 8 changes to the text",)
        assert project.text is not None
        assert project.text.transcript == states[-1][1]
        assert len(project.text.history.done) == 4
        with pytest.raises(ProjectDamaged, match="repair"):
            project.set_voices(None)


def many_renamed(path: Path) -> list[State]:
    states: list[State] = [(History(), BASE)]
    with create_project(path, FACTS) as project:
        project.record_transcript(made(BASE))
        for number in range(12):
            states.append(renamed(states[-1], f"Name {number}"))
            project.record_history(*states[-1])
            if number == 7:
                project.write_snapshot()
        project.release()
    return states


def test_text_after_a_spoilt_snapshot_is_exact(path: Path) -> None:
    states = many_renamed(path)
    with open_project(path, read_only=True) as project:
        spoil(path, project.image.rows.tables["parts"]["snapshot"].data[:40])
    with open_project(path) as project:
        assert project.losses == ("the spare copy of the text",)
        assert project.text is not None
        assert (project.text.history, project.text.transcript) == states[-1]


def test_steps_after_a_spoilt_last_one_are_told_as_lost(path: Path) -> None:
    states = many_renamed(path)
    spoil(path, b'"new":"Name 10"')
    with open_project(path) as project:
        assert project.losses == ("the last 2 of 12 changes to the text",)
        assert project.text is not None
        assert project.text.transcript == states[10][1]


def test_a_repaired_copy_is_whole_and_the_damaged_file_stays(path: Path) -> None:
    states = many_renamed(path)
    spoil(path, b'"new":"Name 3"')
    damaged = path.read_bytes()
    report = repair(path)
    assert report.copy == path.with_name("Harbour talk (repaired).diarist")
    assert report.losses == ("what undoes the first 8 changes to the text",)
    assert path.read_bytes() == damaged
    with open_project(report.copy) as project:
        assert project.losses == ()
        assert project.text is not None
        assert project.text.transcript == states[-1][1]
        assert project.image.machine.get(1).transcript == BASE
        project.record_history(*renamed((project.text.history, project.text.transcript), "Anna"))
    with open_project(report.copy) as project:
        assert project.text is not None
        assert project.text.transcript == renamed(states[-1], "Anna")[1]


def test_what_is_left_of_a_damaged_project_can_be_saved_elsewhere(path: Path) -> None:
    states = many_renamed(path)
    spoil(path, b'"new":"Name 3"')
    damaged = path.read_bytes()
    with open_project(path) as project:
        save_as(project, path.with_name("saved.diarist"))
        assert (project.losses, project.read_only) == ((), False)
        project.set_voices(None)
    assert path.read_bytes() == damaged
    with open_project(path.with_name("saved.diarist")) as project:
        assert project.losses == ()
        assert project.text is not None
        assert project.text.transcript == states[-1][1]
        assert project.peaks is None


def test_nothing_is_repaired_where_nothing_is_wrong(path: Path) -> None:
    many_renamed(path)
    assert repair(path).copy is None
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"", b"\0" * 40_000])
def test_a_file_without_content_is_repaired_from_its_newest_backup(path: Path, content: bytes) -> None:
    states = many_renamed(path)
    with open_project(path) as project:
        back_up(project.image, path, FACTS.recording.made_at)
    path.write_bytes(content)
    with pytest.raises(NotAProject):
        open_project(path)
    report = repair(path)
    assert (report.losses, report.backup_of) == (("changes since that backup",), FACTS.recording.made_at)
    assert report.copy is not None
    with open_project(report.copy) as project:
        assert project.text is not None
        assert project.text.transcript == states[-1][1]


def test_a_backup_with_more_of_the_edits_is_preferred(path: Path) -> None:
    states = many_renamed(path)
    with open_project(path) as project:
        back_up(project.image, path, FACTS.recording.made_at)
        project.record_history(*renamed(states[-1], "Anna"))
        project.release()
    with open_project(path, read_only=True) as project:
        spoil(path, project.image.rows.tables["parts"]["snapshot"].data[:40])
    spoil(path, b'"new":"Name 3"')
    report = repair(path)
    assert report.backup_of == FACTS.recording.made_at
    assert report.copy is not None
    with open_project(report.copy) as project:
        assert project.text is not None
        assert project.text.transcript == states[-1][1]


def test_a_file_without_content_and_without_backups_is_told(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(NotAProject, match="is empty"):
        repair(path)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_repaired_is_whole_and_was_a_state_of_the_text(path: Path, seed: int) -> None:
    known = {content(state[1]) for state in written(path)}
    whole = path.read_bytes()
    for number, damage in enumerate((flip_bits, overwrite_a_page, put_back_a_page, truncate) * 10):
        data = bytearray(whole)
        damage(random.Random(f"{seed} {number}"), data)
        path.write_bytes(data)
        with suppress(ProjectError):
            report = repair(path)
            if report.copy is not None:
                with open_project(report.copy) as project:
                    assert project.losses == ()
                    assert project.text is None or content(project.text.transcript) in known
                report.copy.unlink()
        assert path.read_bytes() == data
