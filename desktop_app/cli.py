"""The command line begins here: signals first, then everything else."""

from collections.abc import Sequence

from desktop_app import interruption


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, see commands.program; the exit status. arguments: the process's own if None, whose signals
    are taken over then."""
    if arguments is None:
        interruption.take_over_signals()
    from desktop_app.commands import program

    return program.run(arguments)
