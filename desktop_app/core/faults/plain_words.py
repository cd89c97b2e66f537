"""What may stand in a log or a report: the program's own words, numbers, kinds of errors and places in the code.

Texts, names and paths come in as arguments and in the messages of errors, so neither is written: a text counts as the
program's own only where the code says so.
"""

import errno
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePosixPath
from types import TracebackType

_PACKAGE = "desktop_app"
_LIBRARIES = ("site-packages", "dist-packages")


class OwnWord(str):
    """A text out of the program itself, such as an engine's name: it may be written down."""

    __slots__ = ()


def in_plain_words(value: object) -> object:
    """The value as it may be written: as it is, or the name of its type."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if value is None or isinstance(value, bool | int | float | OwnWord):
        return value
    if isinstance(value, BaseException):
        return error_in_plain_words(value)
    return f"<{type(value).__name__}>"


def error_in_plain_words(error: BaseException) -> str:
    """'FileNotFoundError (ENOENT)': its type, and of what it says only what the system or the code has named."""
    said = ""
    if isinstance(error, OSError) and error.errno:
        said = errno.errorcode.get(error.errno, str(error.errno))
    elif isinstance(error, AttributeError | NameError | ImportError):
        said = error.name or ""
    return f"{type(error).__name__} ({said})" if said else type(error).__name__


def places(trace: TracebackType | None) -> Iterator[str]:
    """'desktop_app.jobs.engine, line 12, in serve' for each call, the newest last."""
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{module_of(code.co_filename)}, line {trace.tb_lineno}, in {code.co_name}"
        trace = trace.tb_next


def fault_in_plain_words(error: BaseException, trace: TracebackType | None) -> str:
    """The calls that led to an error, a line each, then the error; before them those of what caused it."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    first = [fault_in_plain_words(cause, cause.__traceback__), "which led to:"] if cause is not None else []
    return "\n".join([*first, *(f"  {place}" for place in places(trace)), error_in_plain_words(error)])


def module_of(path: str) -> str:
    """The module of a file of code, without where on this computer that lies."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    for begin in _begins(parts):
        parts = parts[begin:]
        break
    else:
        parts = parts[-1:]
    return ".".join(parts).removesuffix(".py")


def _begins(parts: tuple[str, ...]) -> Iterator[int]:
    """Where a module's name may begin in a path, the surest first."""
    for place in reversed(range(len(parts))):
        if parts[place] in _LIBRARIES:
            yield place + 1
    if _PACKAGE in parts:
        yield len(parts) - 1 - parts[::-1].index(_PACKAGE)
    for place, part in enumerate(parts):
        if part.startswith("python3"):
            yield place + 1
