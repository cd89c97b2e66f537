"""Folders that other computers share are known by their names, and by what is mounted."""

from pathlib import Path

import pytest

from desktop_app.core.project.shared_folder import shared_by

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/share /mnt/team\040work nfs4 rw 0 0
/dev/sdb1 /mnt/team\040work/local ext4 rw 0 0
//nas/home /home/anna/nas cifs rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS)
    return path


@pytest.mark.parametrize(
    ("folder", "shared"),
    [
        ("/home/anna/Documents/Diarist", None),
        ("/home/anna/Dropbox/Diarist", "Dropbox"),
        ("/home/anna/Dropbox (Personal)/Talks", "Dropbox"),
        ("/home/anna/OneDrive - The University/Talks", "OneDrive"),
        ("/home/anna/Dropbox of mine/Talks", None),
        ("/mnt/team work/talks", "a network drive"),
        ("/mnt/team work/local/talks", None),
        ("/home/anna/nas", "a network drive"),
        ("/home/anna/nasty", None),
    ],
)
def test_a_folder_tells_who_shares_it(mounts: Path, folder: str, shared: str | None) -> None:
    assert shared_by(Path(folder), mounts) == shared


def test_where_there_is_no_table_of_mounts_only_names_tell(tmp_path: Path) -> None:
    assert shared_by(Path("/mnt/team work"), tmp_path / "none") is None
    assert shared_by(Path("/mnt/Nextcloud/a"), tmp_path / "none") == "Nextcloud"
