"""What the window says about models."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.core.models.known_languages import languages_of
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.runtime_packages import can_never_run_here
from desktop_app.core.transcript.spoken_languages import by_name, language_name
from desktop_app.jobs.messages import Bytes, MakingReady, ModelTrial
from desktop_app.translation import tr
from desktop_app.ui.widgets.status_dot import Level
from desktop_app.ui.words.wording import percent, rough_size, size_in_words

if TYPE_CHECKING:
    from desktop_app.core.models.inventory import ModelEntry

_PLACES = {
    "store": tr("in Diarist's store"),
    "hub cache": tr("in the Hugging Face cache"),
    "package": tr("came with Diarist"),
}
_MOST_NAMED = 30
_ASKED_FOR = frozenset({"ar", "fa", "he", "hi", "id", "ja", "ko", "no", "th", "tr", "vi", "zh"})
_LEVELS: dict[str, Level] = {"right": "good", "wrong": "bad", "not installed": "waiting"}


def languages_in_words(spec: ModelSpec) -> str:
    """'Languages: Bulgarian, Croatian, ...'; '' where the model writes no words.

    Of what knows nearly all, only those are named that Parakeet lacks and most people ask for.
    """
    known = languages_of(spec)
    if not known:
        return ""
    if len(known) <= _MOST_NAMED:
        return tr("Languages: {languages}.", languages=listed(known))
    return tr(
        "Languages: {count}, those of Parakeet and also {languages} and others.",
        count=len(known),
        languages=listed(tag for tag in known if tag in _ASKED_FOR),
    )


def listed(tags: Iterable[str]) -> str:
    """The languages' names, in their order."""
    return ", ".join(map(language_name, by_name(tags)))


def level_of(entry: ModelEntry) -> Level:
    """The dot's colour; a model that is not installed is no fault."""
    return _LEVELS[entry.state]


def state_in_words(entry: ModelEntry) -> str:
    """'in order, in Diarist's store', 'not installed'."""
    if entry.state == "not installed":
        return tr("not installed", "a model")
    state = tr("in order", "a model") if entry.state == "right" else tr("not in order", "a model")
    kinds = (tr("your own", "a model") if entry.own else "", entry.note, _PLACES.get(entry.place or "", ""))
    return ", ".join([state, *filter(None, kinds)])


def source_in_words(spec: ModelSpec) -> str:
    """'From huggingface.co/owner/name: 2.5 GB, licence CC-BY-4.0.': what a fetch will fetch; '' where none can."""
    if spec.hub is None:
        return ""
    address = f"{_hub_host()}/{spec.hub.repo}"
    size = size_in_words(spec.size)
    return tr("From {address}: {size}, licence {licence}.", address=address, size=size, licence=spec.licence)


def waiting_in_words(entry: ModelEntry) -> str:
    """'1.2 GB of 2.5 GB are fetched already.'; '' where nothing is."""
    if entry.state != "not installed" or not entry.partial_bytes:
        return ""
    part, whole = size_in_words(entry.partial_bytes), size_in_words(entry.spec.size)
    return fetched_in_words(part, whole)


def fetched_in_words(part: str, whole: str) -> str:
    """'1.2 GB of 2.5 GB are fetched already.'."""
    return tr("{part} of {whole} are fetched already.", part=part, whole=whole)


def offer_in_words(spec: ModelSpec, part_bytes: int) -> str:
    """What fetching a model would bring, and how much of it waits in the store, if any does."""
    said = {"number": len(languages_of(spec)), "model": spec.label}
    if not part_bytes:
        size = rough_size(spec.size)
        return tr("Better words in {number} languages: fetch {model} ({size})", size=size, **said)
    fetched = fetched_in_words(rough_size(part_bytes), rough_size(spec.size))
    return tr("Better words in {number} languages: {model}. {fetched}", fetched=fetched, **said)


def outcome_in_words(entry: ModelEntry) -> str:
    """What came of a model that has just been fetched or imported, and was to be tested."""
    test, model = entry.test, entry.spec.label
    if test is None:
        return tr("{model} is here, but could not be tried. The engine page says why.", model=model)
    if test.fault is None:
        begin = tr("{model} writes down the words from now on.", model=model)
    else:
        begin = tr("{model} is here.", model=model)
    return f"{begin} {test_in_words(entry)}"


def cure_in_words(entry: ModelEntry) -> str:
    """What to do about a model that is not in order; '' where there is nothing to do."""
    if entry.state != "wrong":
        return ""
    return tr("Fetch it again, or remove it.") if entry.place == "store" else (entry.hint or "")


def test_in_words(entry: ModelEntry) -> str:
    """What came of the model's test on this computer, a sentence; '' where it took none."""
    test = entry.test
    if test is None:
        return ""
    if test.fault:
        return tr("It is not used: in its test on this computer, {fault}.", fault=test.fault)
    return tr(
        "Tested on this computer: {wrong:.1f} of 100 known words wrong, {speed:.1f} times as fast as speech.",
        wrong=100 * test.wrong,
        speed=test.speed,
    )


def progress_in_words(progress: Bytes) -> str:
    """'1.2 GB of 2.5 GB'."""
    if progress.done >= progress.total:
        return tr("Checking every byte…")
    return tr("{part} of {whole}", part=size_in_words(progress.done), whole=size_in_words(progress.total))


def trial_in_words(progress: ModelTrial) -> str:
    """'Making it ready for this computer… 40 %': what happens to a model that has come."""
    share = percent(progress.share)
    if isinstance(progress, MakingReady):
        return tr("Making it ready for this computer… {share}", share=share)
    return tr("Testing it on known words… {share}", share=share)


def can_fetch(entry: ModelEntry) -> bool:
    """Whether fetching would change anything."""
    return entry.spec.hub is not None and entry.state != "right" and not can_never_run_here(entry.spec)


def can_remove(entry: ModelEntry) -> bool:
    """Whether there may be something of it in the store; where the copy that counts lies is not always known."""
    in_doubt = entry.state == "wrong" and entry.place is None and entry.spec.hub is not None
    return entry.place == "store" or bool(entry.partial_bytes) or in_doubt


def may_be_own(entry: ModelEntry) -> bool:
    """Whether it is the user's own model, or nobody can tell."""
    return entry.own or (entry.state == "wrong" and entry.place is None)


def removal_in_words(entry: ModelEntry) -> str:
    """What is lost when it is removed, as a question."""
    model = entry.spec.label
    if entry.own:
        return tr("This {model} is your own: it cannot be fetched again. Remove it?", model=model)
    if may_be_own(entry):
        return tr("This {model} may be your own, which cannot be fetched again. Remove it?", model=model)
    if entry.state == "not installed":
        part = size_in_words(entry.partial_bytes)
        return tr("{part} of {model} are fetched already. Discard them?", part=part, model=model)
    return tr("Remove {model}? It can be fetched again: {size}.", model=model, size=size_in_words(entry.spec.size))


def removal_button(entry: ModelEntry) -> str:
    """What the button says that removes it."""
    return tr("Discard") if entry.state == "not installed" else tr("Remove")


def _hub_host() -> str:
    """Where a fetch asks: the environment may name another hub."""
    return urlsplit(os.environ.get("HF_ENDPOINT") or "https://huggingface.co").netloc
