from pathlib import Path

import pytest

from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.places import file_name, library_folders, project_path, projects_folder
from desktop_app.core.store.settings import LibrarySettings, Settings
from desktop_app.core.store.settings_file import change_settings
from desktop_app.user_folders import documents_folder
from project.talks import FACTS


def test_projects_lie_among_the_documents_or_where_the_user_says() -> None:
    assert projects_folder(Settings()) == documents_folder()
    assert projects_folder(Settings(library=LibrarySettings("/talks"))) == Path("/talks")
    assert projects_folder(Settings(library=LibrarySettings("~/talks"))) == Path.home() / "talks"


def test_a_second_project_of_a_name_gets_a_number(tmp_path: Path) -> None:
    first = project_path(tmp_path, "Harbour talk")
    first.touch()
    assert (first.name, project_path(tmp_path, "harbour TALK").name) == (
        "Harbour talk.diarist",
        "harbour TALK (2).diarist",
    )


@pytest.mark.parametrize(
    ("name", "on_the_disk"),
    [
        ('What? A "talk" / <x>\\|*', "What_ A _talk_ _ _x____"),
        ("  two\n lines\t", "two lines"),
        ("...", "Recording"),
        ("", "Recording"),
        ("talk. .", "talk"),
        ("con", "con_"),
        ("LPT1.txt", "LPT1.txt_"),
        ("console", "console"),
        ("Interview mit Søren 安娜", "Interview mit Søren 安娜"),
        ("a\udcffb", "a_b"),
    ],
)
def test_names_are_such_as_every_disk_takes(name: str, on_the_disk: str) -> None:
    assert file_name(name) == on_the_disk


def test_a_name_of_any_length_can_be_opened(tmp_path: Path) -> None:
    for name in ("x" * 1000, "安" * 1000):
        for _ in range(2):
            create_project(project_path(tmp_path, name), FACTS).close()
    for path in tmp_path.iterdir():
        open_project(path).close()


def test_the_library_has_the_chosen_folder_and_the_usual_one(tmp_path: Path) -> None:
    usual = projects_folder(Settings())
    assert library_folders() == (usual,)
    change_settings({"library.folder": str(tmp_path)})
    assert library_folders() == (tmp_path, usual)
