"""Reports of crashes: a file for each, for its user to look at and to send by hand. Only the newest are kept."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.faults.crash_watch import ENDING, head, lock_of, lock_path, remove, this_process, watched_folder
from desktop_app.core.faults.plain_words import fault_in_plain_words, module_of
from desktop_app.core.store.atomic import write_atomically
from desktop_app.user_folders import log_folder

KEPT = 10
WINDOW = "window"
"""What the process with the window is called."""
_FATAL = re.compile(r"^(Fatal Python error|Windows fatal exception)", re.MULTILINE)
_FILE = re.compile(r'[Ff]ile "([^"]*)"')
_OF_A_PATH = re.compile(r"[/\\]")


def gather() -> None:
    """Make reports of the processes that crashed, and clear away what is left of those that were ended."""
    from filelock import Timeout

    for watched in watched_folder().glob(f"*{ENDING}"):
        with suppress(OSError, Timeout):
            lock = lock_of(watched)
            with lock.acquire(timeout=0):
                _report_crash(watched)
                watched.unlink(missing_ok=True)
            remove(lock_path(watched))
    _clear_locks()


def _clear_locks() -> None:
    """Two that gather at once may leave a lock of nothing."""
    from filelock import Timeout

    for path in watched_folder().glob("*.lock"):
        watched = path.with_suffix(ENDING)
        with suppress(OSError, Timeout):
            if not watched.exists():
                with lock_of(watched).acquire(timeout=0):
                    remove(path)


def report_error(error: BaseException) -> Path | None:
    """Keep a report of an error that nothing caught in this process; where that cannot be, there is none."""
    text = f"{head()}\n{fault_in_plain_words(error, error.__traceback__)}\n"
    with suppress(OSError):
        return _keep(text, this_process() or "program")
    return None


def reports() -> tuple[Path, ...]:
    """Those that there are, the oldest first."""
    return tuple(sorted(log_folder().glob("crash-*.txt"), key=lambda path: path.name))


def of_a_part(report: Path) -> bool:
    """Whether it was not the window itself that crashed."""
    return not report.stem.endswith(f"-{WINDOW}")


def _report_crash(watched: Path) -> None:
    text = watched.read_text(encoding="utf-8", errors="replace")
    if begin := _FATAL.search(text):
        calls = map(_shortened, text[begin.start() :].splitlines())
        process = watched.stem.rpartition("-")[0]
        _keep("\n".join([text[: begin.start()], *calls]) + "\n", process)


def _shortened(line: str) -> str:
    """A line of a crash's calls, with modules in the place of paths; empty where it holds one in another way."""
    line = _FILE.sub(lambda found: module_of(found[1]), line)
    return "" if _OF_A_PATH.search(line) else line


def _keep(text: str, process: str) -> Path:
    folder = log_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    report = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{process}.txt"
    write_atomically(report, text.encode())
    for old in reports()[:-KEPT]:
        remove(old)
    return report
