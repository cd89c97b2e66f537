"""What the window says about models."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.core.models.manifest import ModelSpec
from desktop_app.jobs.messages import Bytes
from desktop_app.ui.widgets.status_dot import Level
from desktop_app.ui.words.wording import size_in_words

if TYPE_CHECKING:
    from desktop_app.core.models.inventory import ModelEntry

_PLACES = {"store": "in Diarist's store", "hub cache": "in the Hugging Face cache", "package": "came with Diarist"}
_LEVELS: dict[str, Level] = {"right": "good", "wrong": "bad", "not installed": "waiting"}


def level_of(entry: ModelEntry) -> Level:
    """The dot's colour; a model that is not installed is no fault."""
    return _LEVELS[entry.state]


def state_in_words(entry: ModelEntry) -> str:
    """'in order, in Diarist's store', 'not installed'."""
    if entry.state == "not installed":
        return "not installed"
    kinds = ("your own" if entry.own else "", entry.note, _PLACES.get(entry.place or "", ""))
    return ", ".join(["in order" if entry.state == "right" else "not in order", *filter(None, kinds)])


def source_in_words(spec: ModelSpec) -> str:
    """'From huggingface.co/owner/name: 2.5 GB, licence CC-BY-4.0.': what a fetch will fetch; '' where none can."""
    if spec.hub is None:
        return ""
    return f"From {_hub_host()}/{spec.hub.repo}: {size_in_words(spec.size)}, licence {spec.licence}."


def waiting_in_words(entry: ModelEntry) -> str:
    """'1.2 GB of 2.5 GB are fetched already.'; '' where nothing is."""
    if entry.state != "not installed" or not entry.partial_bytes:
        return ""
    return f"{size_in_words(entry.partial_bytes)} of {size_in_words(entry.spec.size)} are fetched already."


def cure_in_words(entry: ModelEntry) -> str:
    """What to do about a model that is not in order; '' where there is nothing to do."""
    if entry.state != "wrong":
        return ""
    return "Fetch it again, or remove it." if entry.place == "store" else (entry.hint or "")


def progress_in_words(progress: Bytes) -> str:
    """'1.2 GB of 2.5 GB'."""
    if progress.done >= progress.total:
        return "Checking every byte…"
    return f"{size_in_words(progress.done)} of {size_in_words(progress.total)}"


def can_fetch(entry: ModelEntry) -> bool:
    """Whether fetching would change anything."""
    return entry.spec.hub is not None and entry.state != "right"


def can_remove(entry: ModelEntry) -> bool:
    """Whether there may be something of it in the store; where the copy that counts lies is not always known."""
    in_doubt = entry.state == "wrong" and entry.place is None and entry.spec.hub is not None
    return entry.place == "store" or bool(entry.partial_bytes) or in_doubt


def may_be_own(entry: ModelEntry) -> bool:
    """Whether it is the user's own model, or nobody can tell."""
    return entry.own or (entry.state == "wrong" and entry.place is None)


def removal_in_words(entry: ModelEntry) -> str:
    """What is lost when it is removed, as a question."""
    if entry.own:
        return f"This {entry.spec.label} is your own: it cannot be fetched again. Remove it?"
    if may_be_own(entry):
        return f"This {entry.spec.label} may be your own, which cannot be fetched again. Remove it?"
    if entry.state == "not installed":
        return f"{size_in_words(entry.partial_bytes)} of {entry.spec.label} are fetched already. Discard them?"
    return f"Remove {entry.spec.label}? It can be fetched again: {size_in_words(entry.spec.size)}."


def removal_button(entry: ModelEntry) -> str:
    """What the button says that removes it."""
    return "Discard" if entry.state == "not installed" else "Remove"


def _hub_host() -> str:
    """Where a fetch asks: the environment may name another hub."""
    return urlsplit(os.environ.get("HF_ENDPOINT") or "https://huggingface.co").netloc
