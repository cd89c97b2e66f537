"""The command line begins here: signals and language first, then everything else."""

import os
import signal
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, see commands.program; the exit status. arguments: the process's own if None, whose signals
    are taken over then."""
    if arguments is None:
        _take_over_signals()
    _choose_language(sys.argv[1:] if arguments is None else arguments)
    from desktop_app.commands import program

    return program.run(arguments)


def _choose_language(arguments: Sequence[str]) -> None:
    from desktop_app.chosen_language import opens_the_window, speak_as_chosen
    from desktop_app.translation import VARIABLE

    if VARIABLE not in os.environ and opens_the_window(arguments):
        speak_as_chosen()


def _take_over_signals() -> None:
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until there is an answer of ours, the system has one that prints no traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from desktop_app import interruption

    interruption.take_over_signals()
