"""What a command is, to the command line."""

import argparse
from typing import Protocol

Subparsers = argparse._SubParsersAction
"""Where commands are added; argparse gives it no public name."""


class Command(Protocol):
    """A module of this package."""

    def add(self, commands: "Subparsers[argparse.ArgumentParser]") -> None:
        """Add the command, what it is asked and its help."""
        ...

    def run(self, parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
        """Do what is asked; the exit status."""
        ...
