"""torchaudio, whatever its compiled extension needs.

Its wheels hold an extension that is linked to CUDA's libraries and built for one version of them, although nothing here
uses it. Where it does not load, torchaudio is imported as if it had none.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_FILES = ("_torchaudio", "libtorchaudio")


def import_torchaudio() -> str | None:
    """Import torchaudio: None, or in one line why it had to do without its extension.

    ImportError, OSError or RuntimeError if it imports neither with nor without it. To be called by one thread alone.
    """
    import torch  # noqa: F401  its own failure is not torchaudio's

    try:
        importlib.import_module("torchaudio")
    except (ImportError, OSError, RuntimeError) as error:
        _forget_half_loaded()
        try:
            with _extension_hidden():
                importlib.import_module("torchaudio")
        except (ImportError, OSError, RuntimeError):
            raise error from error.__cause__
        return " ".join(str(error.__cause__ or error).split())
    return None


def _forget_half_loaded() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "torchaudio"]:
        del sys.modules[name]


@contextmanager
def _extension_hidden() -> Iterator[None]:
    """torchaudio goes on without its extension where it finds no file of it, which it asks Path.glob for."""
    glob = Path.glob

    def without_extension(self: Path, pattern: str, **options: Any) -> Iterator[Path]:  # noqa: ANN401  glob's own
        return iter(()) if pattern.startswith(_FILES) else iter(glob(self, pattern, **options))

    Path.glob = without_extension  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Path.glob = glob  # type: ignore[method-assign]
