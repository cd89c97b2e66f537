"""`diarist models`: which models are here, and getting, checking and removing them."""

import argparse
import re
from pathlib import Path

from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers
from desktop_app.core.models.manifest import FETCHED, model_named
from desktop_app.core.models.model_spec import ModelSpec

_EXAMPLES = """\
examples:
  diarist models list
  diarist models fetch parakeet-tdt-0.6b-v3
  diarist models import /media/stick/parakeet-tdt-0.6b-v3.nemo    where there is no network
  diarist models import tuned.nemo --name parakeet-tdt-0.6b-v3 --sha256 3b5d...
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "models",
        help="list, fetch, import, verify and remove models",
        description="What Diarist needs arrives with it. Larger models can be had in addition: `fetch` is the only "
        "command that reaches for the network, `import` takes them in from files.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    actions = parser.add_subparsers(dest="action", metavar="action", required=True)
    listing = actions.add_parser("list", help="which models there are, and whether they are here and whole")
    listing.add_argument("--json", action="store_true", help="as JSON")
    fetch = actions.add_parser("fetch", help="download a model; an interrupted download goes on where it ended")
    fetch.add_argument("model", type=_model, metavar="NAME", help="as `diarist models list` names it")
    _add_import(actions)
    verify = actions.add_parser("verify", help="read every byte of the models that are here")
    verify.add_argument("model", type=_model, nargs="?", metavar="NAME", help="of this one only")
    remove = actions.add_parser("remove", help="remove a model from Diarist's own store")
    remove.add_argument("model", type=_model, metavar="NAME", help="as `diarist models list` names it")
    remove.add_argument("--yes", action="store_true", help="even if it is your own, which cannot be fetched again")


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.terminal import models

    match asked.action:
        case "list":
            done = models.print_list(as_json=asked.json)
        case "fetch":
            done = models.fetch(asked.model)
        case "import":
            if asked.model is None and asked.sha256 is not None:
                parser.error("--sha256 needs --name: the name of the model in whose place it comes")
            done = models.take_in_files(asked.source, asked.model, asked.sha256)
        case "verify":
            done = models.verify(asked.model)
        case _:
            done = models.remove(asked.model, even_own=asked.yes)
    return OK if done else SOME_FAILED


def _add_import(actions: "Subparsers[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "import",
        help="take a model in from a file or a folder",
        description="A model that Diarist knows is recognised by its hash: the file as it is published, a folder that "
        "holds it, or a copy of the store of another computer. It is copied, so the original may go.",
    )
    parser.add_argument("source", type=Path, metavar="FOLDER_OR_FILE", help="where the model is")
    parser.add_argument(
        "--name", dest="model", type=_fetched_model, metavar="NAME", help="in whose place a model of your own comes"
    )
    parser.add_argument("--sha256", type=_sha256, metavar="HEX", help="the hash that the source of your own states")


def _model(text: str) -> ModelSpec:
    try:
        return model_named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _fetched_model(text: str) -> ModelSpec:
    for spec in FETCHED:
        if spec.name == text:
            return spec
    known = ", ".join(spec.name for spec in FETCHED)
    raise argparse.ArgumentTypeError(f"there is no model {text!r} to be imported: there are {known}")


def _sha256(text: str) -> str:
    if not re.fullmatch("[0-9a-fA-F]{64}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not 64 hexadecimal digits")
    return text.lower()
