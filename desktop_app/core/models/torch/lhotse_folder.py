"""lhotse, which NeMo imports, makes a folder for tools in the user's home, and never puts anything into it here."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_FOLDER = (".lhotse", "tools")


@contextmanager
def without_lhotse_folder() -> Iterator[None]:
    """Whoever imports lhotse meanwhile leaves no folder behind. To be entered by one thread alone."""
    mkdir = Path.mkdir

    def but_for_lhotse(self: Path, *arguments: Any, **options: Any) -> None:  # noqa: ANN401  mkdir's own
        if self.parts[-len(_FOLDER) :] != _FOLDER:
            mkdir(self, *arguments, **options)

    Path.mkdir = but_for_lhotse  # type: ignore[method-assign]
    try:
        yield
    finally:
        Path.mkdir = mkdir  # type: ignore[method-assign]
