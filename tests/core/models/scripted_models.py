"""Small models to fetch and to take in, in place of the real ones."""

import hashlib
import random
from pathlib import Path

from desktop_app.core.models.model_spec import FileSpec, HubSource, ModelSpec, Variant
from desktop_app.core.models.model_store import store_folder

CONTENT = random.Random(1).randbytes(1_000_000)
OTHER_CONTENT = random.Random(2).randbytes(900_000)


def file_of(content: bytes, name: str = "weights.bin") -> FileSpec:
    """What a file of this content is."""
    return FileSpec(name, len(content), hashlib.sha256(content).hexdigest())


SMALL = ModelSpec(
    name="small",
    role="embedding",
    label="Small",
    licence="MIT",
    attribution="nobody",
    files=(file_of(CONTENT),),
    hub=HubSource("somebody/small", "ab" * 20),
    also=(Variant("the other one", (file_of(OTHER_CONTENT),)),),
)
ADDRESS = f"/somebody/small/resolve/{'ab' * 20}/weights.bin"


def in_store() -> list[str]:
    """Every file in the store, but for locks, the folder that has a new name every time left out."""
    files = (path.relative_to(store_folder()) for path in store_folder().rglob("*") if path.is_file())
    return sorted(str(Path(path.parts[0], *path.parts[-1:])) for path in files if path.suffix != ".lock")
