"""What nobody expected to go wrong with one file, in a sentence."""

from pathlib import Path


class FileFault(Exception):
    """A file that could not be done; the message is one sentence that names it and the cause."""


def in_one_sentence(path: Path | str, error: Exception) -> FileFault:
    """The error as a person is to read it. path: of the file, or its address."""
    return FileFault(f"{path}: {_cause(error)}")


def _cause(error: Exception) -> str:
    said = str(error).strip().partition("\n")[0]
    match error:
        case MemoryError():
            return "there is not enough memory for it: close other programs and try again"
        case ImportError():
            return f"a part of the program is missing or broken ({said}): `diarist doctor` says more"
        case OSError():
            where = f" ({error.filename})" if error.filename else ""
            return f"the system refuses what it needs: {error.strerror or said}{where}"
        case RecursionError():
            return "it is nested too deeply to be read"
    return f"it met an unexpected error, {type(error).__name__}{f': {said}' if said else ''}: please report this"
