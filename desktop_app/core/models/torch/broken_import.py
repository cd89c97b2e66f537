"""Which link is broken, of the many that one import pulls in."""

from types import TracebackType

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.installation import how_to_add, how_to_renew
from desktop_app.translation import tr

EXTRA = "workstation"
"""The packages of torch's world, as pyproject.toml names them."""


def unavailable(model: str, error: Exception) -> ModelUnavailable:
    """What a failed import means for a model: its first broken link, and the cure."""
    first = _first(error)
    renew = how_to_renew(f'"diarist[{EXTRA}]"')
    if isinstance(first, ModuleNotFoundError) and first.name:
        importer = _last_module(first, outside=first.name.split(".")[0])
        return ModelUnavailable(model, _missing(first.name, importer), how_to_add(EXTRA))
    said = " ".join(str(first).split()) or tr("no reason given")
    if broken := _last_module(first):
        return ModelUnavailable(model, tr("{package} does not import ({why})", package=broken, why=said), renew)
    return ModelUnavailable(model, tr("a package does not import ({why})", why=said), renew)


def _missing(package: str, importer: str | None) -> str:
    if importer is None:
        return tr("{package} is missing", package=package)
    return tr("{package} is missing, which {importer} needs", package=package, importer=importer)


def _first(error: BaseException) -> BaseException:
    """The error that began it, where packages raise one of their own from it."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _last_module(error: BaseException, *, outside: str | None = None) -> str | None:
    """The module of others in which an error arose, without its last parts: 'pyannote.audio', 'torchaudio'.

    outside: a package whose own modules do not count.
    """
    passed_by = {"importlib", "desktop_app", "__main__", outside}
    found = None
    step: TracebackType | None = error.__traceback__
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", ""))
        if module and module.split(".")[0].removeprefix("_frozen_") not in passed_by:
            found = module
        step = step.tb_next
    return ".".join(found.split(".")[:2]) if found else None
