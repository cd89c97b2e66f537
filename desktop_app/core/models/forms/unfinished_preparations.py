"""How often preparing the models was cut short: an engine that takes the process down must not do so for ever."""

from pathlib import Path

from desktop_app.core.store.atomic import write_atomically

MAX_ATTEMPTS = 3


def count_attempt(models: Path, name: str, circumstances: str) -> int:
    """Note down that a preparation of the model of this name begins; how many have begun, this one too, and not ended,
    under the circumstances.

    OSError if it cannot be noted down.
    """
    count = _count(_file(models, name), circumstances) + 1
    write_atomically(_file(models, name), f"{count}\n{circumstances}".encode())
    return count


def forget_attempts(models: Path, name: str) -> None:
    """The model's preparation ended, well or not, or is to be tried whatever happened before."""
    _file(models, name).unlink(missing_ok=True)


def _file(models: Path, name: str) -> Path:
    return models / f".{name}.attempts"


def _count(file: Path, circumstances: str) -> int:
    try:
        count, _, noted = file.read_text(encoding="utf-8").partition("\n")
        return int(count) if noted == circumstances else 0
    except (OSError, ValueError):
        return 0
