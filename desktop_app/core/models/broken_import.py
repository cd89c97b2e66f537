"""Which link is broken, of the many that one import pulls in."""

from types import TracebackType

from desktop_app.core.models.errors import ModelUnavailable

INSTALL = 'Install what is missing with: pip install "diarist[workstation]"'
REINSTALL = 'Install its packages anew with: pip install --force-reinstall "diarist[workstation]"'


def unavailable(model: str, error: Exception) -> ModelUnavailable:
    """What a failed import means for a model: its first broken link, and the cure."""
    first = _first(error)
    missing = first.name if isinstance(first, ModuleNotFoundError) else None
    importer = _importer(first)
    if missing:
        needed = f", which {importer} needs" if importer else ""
        return ModelUnavailable(model, f"{missing} is missing{needed}", INSTALL)
    said = " ".join(str(first).split()) or "no reason given"
    return ModelUnavailable(
        model, f"{importer or 'a package'} does not import ({type(first).__name__}: {said})", REINSTALL
    )


def _first(error: BaseException) -> BaseException:
    """The error that began it, where packages raise one of their own from it."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _importer(error: BaseException) -> str | None:
    """The module of another project in which an error arose, without its last parts: 'pyannote.audio', 'torchaudio'."""
    found = None
    step: TracebackType | None = error.__traceback__
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", ""))
        if module and not module.startswith(("importlib", "_frozen_importlib", "desktop_app")):
            found = module
        step = step.tb_next
    return ".".join(found.split(".")[:2]) if found else None
