"""Whether a folder is shared with other computers: a project there must be open on one of them at a time."""

from pathlib import Path, PurePath

_SYNCHRONISED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "sync": "Syncthing",
    "seafile": "Seafile",
    "pcloud drive": "pCloud",
    "box": "Box",
    "mega": "MEGA",
}
_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "sshfs",
    "fuse.sshfs",
    "9p",
    "afs",
    "ceph",
    "fuse.gvfsd-fuse",
    "davfs",
}
_MOUNTS = Path("/proc/self/mounts")
NETWORK_DRIVE = "a network drive"


def shared_by(folder: Path, mounts: Path = _MOUNTS) -> str | None:
    """'Dropbox', NETWORK_DRIVE: what shares the folder with other computers; None where nothing is known to.

    mounts: the table of what is mounted where, as Linux has it.
    """
    for part in reversed(folder.parts):
        # 'OneDrive - Company', 'Dropbox (Personal)'
        name = part.casefold().split(" - ")[0].split(" (")[0]
        if name in _SYNCHRONISED:
            return _SYNCHRONISED[name]
    return NETWORK_DRIVE if _is_remote(folder, mounts) else None


def _is_remote(folder: Path, mounts: Path) -> bool:
    if folder.as_posix().startswith("//") or str(folder).startswith("\\\\"):
        return True
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # another system
        return False
    mounted = [(PurePath(_unescaped(fields[1])), fields[2]) for fields in map(str.split, lines) if len(fields) > 2]
    above = [(len(point.parts), kind) for point, kind in mounted if folder.is_relative_to(point)]
    return max(above, default=(0, ""))[1] in _NETWORK


def _unescaped(text: str) -> str:
    """The kernel writes spaces as octal numbers."""
    return text.replace("\\040", " ")
