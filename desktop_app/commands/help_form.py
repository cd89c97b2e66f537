"""How the help of a command is laid out."""

import argparse


class HelpForm(argparse.RawDescriptionHelpFormatter):
    """Paragraphs fit the terminal; what has lines of its own, as examples have, keeps them."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return argparse.HelpFormatter._fill_text(self, text, width, indent)
