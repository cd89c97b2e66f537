"""`diarist doctor --parts`: can every module be loaded that Diarist may ever ask for?

Most packages are imported only when they are needed. One that is missing from an installed application would be noticed
in the middle of somebody's work.
"""

import dis
import importlib
import importlib.abc
import importlib.util
import pkgutil
import sys
from collections.abc import Iterator
from types import CodeType, ModuleType
from typing import NamedTuple

import desktop_app
from desktop_app.core.models.no_telemetry import silence
from desktop_app.installation import how_to_renew

OPTIONAL = frozenset(
    {"ctranslate2", "fastapi", "faster_whisper", "jiwer", "nemo", "omegaconf", "pyannote", "ray", "starlette"}
    | {"torch", "torchaudio", "uvicorn"}
)
"""Packages that not every installation has; `diarist doctor` itself tells of them."""


class Wanted(NamedTuple):
    """What an import statement asks for: a module, and a name in it or ''."""

    module: str
    name: str


def print_parts() -> bool:
    """Load every module, print how many there were and which do not load; True if all do. Takes some seconds."""
    own = sorted(_modules(desktop_app))
    faults = [*_faults(own), *_faults_of_wanted(own)]
    print(f"{len(own)} modules of Diarist were loaded, and what they import when it is needed.")
    for fault in faults:
        print(f"  {fault}")
    print(f"{len(faults)} do not load. {how_to_renew('diarist')}" if faults else "All load.")
    return not faults


def _modules(package: ModuleType) -> Iterator[str]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield found.name
        if found.ispkg:
            yield from _modules(importlib.import_module(found.name))


def _faults(modules: list[str]) -> Iterator[str]:
    for module in modules:
        try:
            importlib.import_module(module)
        except Exception as error:  # noqa: BLE001  whatever a module does while it loads
            if not _lacks_what_is_optional(error):
                yield f"{module}: {error}"


def _lacks_what_is_optional(error: Exception) -> bool:
    return isinstance(error, ModuleNotFoundError) and (error.name or "").split(".")[0] in OPTIONAL


def _faults_of_wanted(modules: list[str]) -> Iterator[str]:
    silence()
    wanted = {each: module for module in modules for each in wanted_later(_code_of(module))}
    for each, module in sorted(wanted.items()):
        if fault := _fault(each):
            yield f"{module} needs {each.module}: {fault}"


def _code_of(module: str) -> CodeType:
    """Its byte code, which the frozen application has too: it brings no source."""
    spec = importlib.util.find_spec(module)
    loader = spec.loader if spec else None
    code = loader.get_code(module) if isinstance(loader, importlib.abc.InspectLoader) else None
    return code or compile("", module, "exec")


def wanted_later(code: CodeType) -> Iterator[Wanted]:
    """What the functions of a module import when they run."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _imports(inner)
            yield from wanted_later(inner)


def _imports(code: CodeType) -> Iterator[Wanted]:
    module = ""
    for instruction in dis.get_instructions(code):
        if instruction.opname == "IMPORT_NAME":
            module = str(instruction.argval)
            yield Wanted(module, "")
        elif instruction.opname == "IMPORT_FROM":
            yield Wanted(module, str(instruction.argval))


def _fault(wanted: Wanted) -> str:
    """Why it cannot be had; '' where it can, or need not be here."""
    first = wanted.module.split(".")[0]
    of_another_system = first in sys.stdlib_module_names and importlib.util.find_spec(first) is None
    if of_another_system or first in OPTIONAL:
        return ""
    try:
        module = importlib.import_module(wanted.module)
        if wanted.name and not hasattr(module, wanted.name):
            importlib.import_module(f"{wanted.module}.{wanted.name}")
    except Exception as error:  # noqa: BLE001  whatever a package does while it loads
        return str(error)
    return ""
