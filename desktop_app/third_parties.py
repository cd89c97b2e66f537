"""Whose work is in the program: the list that the application brings along, else what is installed beside it."""

import json
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, distributions
from pathlib import Path

TEXTS = "licences"
"""The folder in the application that holds the texts of the licences, a page and the list."""
LIST = "components.json"
PAGE = "THIRD_PARTY.md"
_BESIDE = Path(__file__).parents[1]
_FIELDS = ("License-Expression", "License", "Classifier")
_SHORT = 60
"""Letters: what is longer is no name of a licence but its text."""


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Something that others made. version, licence: '' where nothing tells them."""

    name: str
    version: str
    licence: str


def licence_texts(beside: Path = _BESIDE) -> Path | None:
    """The folder of texts that the application brings along; None where it runs from its source code."""
    folder = beside / TEXTS
    return folder if (folder / LIST).is_file() else None


def third_parties(beside: Path = _BESIDE) -> list[ThirdParty]:
    """All of them, by name. beside: the folder in which the program's packages lie."""
    folder = licence_texts(beside)
    if folder is None:
        installed = [_third_party(each.metadata) for each in distributions()]
        found = {each.name.lower(): each for each in installed}
    else:
        listed = [ThirdParty(**each) for each in json.loads((folder / LIST).read_text("utf-8"))]
        found = {f"{each.name} {each.version}".lower(): each for each in listed}
    return [found[name] for name in sorted(found) if found[name].name != "diarist"]


def _third_party(stated: PackageMetadata) -> ThirdParty:
    return ThirdParty(stated["Name"], stated["Version"], _licence(stated))


def _licence(stated: PackageMetadata) -> str:
    values = [each for field in _FIELDS for each in stated.get_all(field) or ()]
    named = [each.rpartition(" :: ")[2] for each in values if " :: " not in each or each.startswith("License")]
    return next((each for each in named if each and len(each) <= _SHORT and "\n" not in each), "")
