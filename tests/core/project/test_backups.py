import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from desktop_app.core.project.backups import BackupRhythm, back_up, backups_folder, backups_of_path, list_backups
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.thinning import kept_backups
from project.talks import FACTS, made

NOW = datetime(2026, 11, 25, 14, 0, 0, tzinfo=UTC)
MINUTES = timedelta(minutes=1)


def with_note(project: ProjectFile, note: str) -> None:
    facts = project.facts
    project.set_facts(replace(facts, recording=replace(facts.recording, note=note)))


def test_a_backup_is_made_where_something_changed_and_the_last_one_is_long_enough_ago(tmp_path: Path) -> None:
    rhythm = BackupRhythm(10 * MINUTES)
    path = tmp_path / "talk.diarist"
    with create_project(path, FACTS) as project:
        assert rhythm.back_up_if_due(project.image, path, NOW) is not None
        assert rhythm.back_up_if_due(project.image, path, NOW + 60 * MINUTES) is None
        with_note(project, "changed")
        assert rhythm.back_up_if_due(project.image, path, NOW + 9 * MINUTES) is None
        assert rhythm.back_up_if_due(project.image, path, NOW + 10 * MINUTES) is not None
        assert [each.made_at for each in list_backups(project.id)] == [NOW + 10 * MINUTES, NOW]


def test_a_backup_is_a_project_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "talk.diarist"
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        backup = back_up(project.image, path, NOW)
        with_note(project, "changed")
    with open_project(backup, read_only=True) as kept:
        assert (kept.id, kept.facts) == (project.id, FACTS)
        assert kept.text == project.text
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_two_backups_of_one_second_are_both_kept(tmp_path: Path) -> None:
    with create_project(tmp_path / "talk.diarist", FACTS) as project:
        made_ones = {back_up(project.image, project.path, NOW) for _ in range(2)}
        assert {each.path for each in list_backups(project.id)} == made_ones


def test_backups_are_found_by_where_the_project_lay(tmp_path: Path) -> None:
    path = tmp_path / "talk.diarist"
    with create_project(path, FACTS) as project:
        backup = back_up(project.image, path, NOW)
    assert [each.path for each in backups_of_path(path)] == [backup]
    assert backups_of_path(tmp_path / "other.diarist") == ()


def test_an_id_leads_nowhere_else() -> None:
    assert backups_folder("../../x").name == "unknown"


def test_what_is_too_many_goes_when_a_new_one_is_made(tmp_path: Path) -> None:
    with create_project(tmp_path / "talk.diarist", FACTS) as project:
        for minutes in (0, 10):
            back_up(project.image, project.path, NOW - timedelta(days=3) + minutes * MINUTES)
        BackupRhythm().back_up_if_due(project.image, project.path, NOW)
        assert [each.made_at for each in list_backups(project.id)] == [NOW, NOW - timedelta(days=3) + 10 * MINUTES]


def test_all_backups_of_today_stay() -> None:
    times = [NOW - number * 10 * MINUTES for number in range(50)]
    assert kept_backups(times, NOW) == frozenset(times)


def test_of_each_day_of_a_week_the_newest_stays() -> None:
    days = [NOW - timedelta(days=number) for number in range(1, 8)]
    times = [*days, *(day - 60 * MINUTES for day in days)]
    assert kept_backups(times, NOW) == frozenset(days)


def test_of_each_week_of_two_months_the_newest_stays_and_nothing_older() -> None:
    times = [NOW - timedelta(days=number) for number in range(8, 200)]
    kept = sorted(kept_backups(times, NOW))
    assert len({each.isocalendar()[:2] for each in kept}) == len(kept) == 9
    assert kept[0] >= NOW - timedelta(days=61)


def test_the_newest_stays_however_old_it_is() -> None:
    times = [NOW - timedelta(days=number) for number in range(100, 200)]
    assert kept_backups(times, NOW) == {times[0]}
    assert kept_backups([], NOW) == frozenset()


def test_today_is_that_of_the_person() -> None:
    times = [datetime(2026, 11, 24, 23, 30, tzinfo=UTC), datetime(2026, 11, 24, 23, 10, tzinfo=UTC)]
    assert len(kept_backups(times, NOW)) == 1
    assert len(kept_backups(times, NOW.astimezone(timezone(timedelta(hours=1))))) == 2
