"""What is known of a model: its files with their hashes, where it is published, its licence."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["segmentation", "embedding", "asr", "activity"]
FileState = Literal["ok", "missing", "unreadable", "wrong size", "wrong hash"]
EXPANDED = "expanded from the carried int8 copy"


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One file a model needs. name: relative to where the model lies; size in bytes; sha256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class HubSource:
    """Where a model is published. repo: 'owner/name'; revision: the commit whose files are meant, in hex.

    below: the paths there of files that lie in a folder.
    """

    repo: str
    revision: str
    below: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The page for people."""
        return f"https://huggingface.co/{self.repo}"

    def path_of(self, file: "FileSpec") -> str:
        """Where a file lies in the repository."""
        return next((path for path in self.below if path.rpartition("/")[2] == file.name), file.name)


@dataclass(frozen=True, slots=True)
class Variant:
    """Other files that are as good as the published ones. note: what they are."""

    note: str
    files: tuple[FileSpec, ...]


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """A model. label: what a person calls it; attribution: whom its licence asks to name.

    files: as published. hub: where they are fetched from; None for a carried model. also: accepted in their place.
    """

    name: str
    role: Role
    label: str
    licence: str
    attribution: str
    files: tuple[FileSpec, ...]
    hub: HubSource | None = None
    also: tuple[Variant, ...] = ()

    @property
    def size(self) -> int:
        """Of all its files, in bytes."""
        return sum(file.size for file in self.files)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Every set of files that is accepted, the published one first."""
        return (Variant("", self.files), *self.also)


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model as found on this machine. path: where it was looked for; sha256: what it must be."""

    path: str
    size: int
    sha256: str
    state: FileState
