"""`diarist archive`: what has become of an archive that was transcribed in shares, and searching its words."""

import argparse
from pathlib import Path

from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers

_EXAMPLES = """\
examples:
  diarist archive report texts                        texts/diarist-archive.html, and an index of all words
  diarist archive report texts --manifest in.jsonl    what is left, too
  diarist archive report texts --out report.html      where nothing can be written into texts
  diarist archive search texts harbour office         who said that, where and when
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "archive",
        help="what has become of an archive that machines shared out",
        description="Tell of the results of `diarist transcribe --out DIR`: as a page, and as an index of all words, "
        "which the window opens too (Open an archive). Both are brought up to date by the same line.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    actions = parser.add_subparsers(dest="action", metavar="action", required=True)
    _add_report(actions)
    _add_search(actions)


def _add_report(actions: "Subparsers[argparse.ArgumentParser]") -> None:
    report = actions.add_parser(
        "report",
        help="write the page and the index",
        description="Write DIR/diarist-archive.html: what is done, what failed and why, how fast, in which languages, "
        "which recordings are worth a look first; and DIR/diarist-archive.index, an index of all words. Of the "
        "results, those are read that are new or have changed.",
    )
    report.add_argument("folder", type=Path, metavar="DIR", help="the folder of the results")
    report.add_argument(
        "--manifest", type=Path, metavar="JSONL", help="the list that is worked on, to tell what is left"
    )
    report.add_argument(
        "--out", type=_page, metavar="FILE.html", help="where the page is written; the index goes beside it"
    )


def _add_search(actions: "Subparsers[argparse.ArgumentParser]") -> None:
    search = actions.add_parser(
        "search",
        help="find words in all results",
        description="Find turns that have all of the words, in the index that `diarist archive report` wrote.",
    )
    search.add_argument("folder", type=Path, metavar="DIR", help="the folder of the results, or an index")
    search.add_argument("words", nargs="+", metavar="WORDS", help="'quotes' keep words together")


def _page(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in {".html", ".htm"}:
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a page, such as report.html")
    return path


def run(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.terminal.archive import report_archive, search_in_archive

    if asked.action == "report":
        done = report_archive(asked.folder, asked.manifest, asked.out)
    else:
        done = search_in_archive(asked.folder, " ".join(asked.words))
    return OK if done else SOME_FAILED
