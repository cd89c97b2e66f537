"""The chain that the engines hang on, link by link: packages, the graphics card, models, the microphone, the remote."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from desktop_app.core.asr.whisper.model_folder import WHISPER_EXTRA, whisper_library
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.inventory import examine, glance
from desktop_app.core.models.link import Link
from desktop_app.core.models.manifest import MODELS, SEGMENTATION, SILERO_VAD
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.torch.import_chain import chain_links
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.microphone import microphone_link
from desktop_app.core.pipeline.preference import PARAKEET, REMOTE, TORCH, WHISPER, segments_on_card, wants_card
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.pipeline.workstation import load_remote, model_of, smallest_whisper
from desktop_app.installation import how_to_add, how_to_renew
from desktop_app.translation import tr

_TORCH_PACKAGES = {"torch": "torch", "torchaudio": "torchaudio", "pyannote": "pyannote.audio", "nemo": "nemo_toolkit"}
_MODELS, _WHISPER = "models", "whisper"
_ON_TORCH = {TORCH, PARAKEET}


@dataclass(frozen=True, slots=True)
class Check:
    """What a check of everything found.

    needed: the names of the links that what is chosen hangs on. would_fall_back: another engine than was chosen would
    do the work, or none.
    """

    engines: tuple[EngineStatus, ...]
    links: tuple[Link, ...]
    needed: frozenset[str]
    would_fall_back: bool


def check_links(engines: Engines, statuses: tuple[EngineStatus, ...], *, thorough: bool) -> Check:
    """Every link, with the engines' statuses.

    thorough: import what is installed though nothing that is chosen needs it, which takes seconds; ask the remote.
    """
    chosen = {*engines.source_names(), *engines.recogniser_names()}
    needed = frozenset(_needed(engines))
    links = (
        *(_untried() if not thorough and not needed & set(_TORCH_PACKAGES) else chain_links()),
        _onnxruntime(),
        *_whisper(thorough=thorough),
        _models([SEGMENTATION, SILERO_VAD, *(model_of(name) for name in chosen)], thorough=thorough),
        microphone_link(),
        _remote(engines),
    )
    broken = {link.name for link in links if not link.ok}
    falls_back = any(not status.usable or status.passed_over for status in statuses)
    return Check(statuses, links, needed, falls_back or bool(broken & needed))


def _needed(engines: Engines) -> Iterator[str]:
    """What the preferred engines hang on; what stands behind them may be broken."""
    settings, source = engines.settings, engines.source_names()[0]
    recogniser = next(iter(engines.recogniser_names()), "")
    yield "onnxruntime"  # of the segmentation, and of what comes along
    yield _MODELS
    if recogniser == WHISPER:
        yield _WHISPER
    if source == TORCH:
        yield from ("torch", "torchaudio", "pyannote")
    if recogniser == PARAKEET:
        yield from ("torch", "torchaudio", "nemo")
    if segments_on_card(settings, card=engines.card_expected()):
        yield from ("torch", "CUDA")
    on_torch = [part for part, name in ((settings.embedding, source), (settings.asr, recogniser)) if name in _ON_TORCH]
    if any(wants_card(part.device, card=engines.card_expected()) for part in on_torch):
        yield "CUDA"
    if source == REMOTE:
        yield REMOTE


def _untried() -> Iterator[Link]:
    """The links of torch's world, without importing any of it."""
    for name, package in _TORCH_PACKAGES.items():
        try:
            found = version(package)
            detail = tr("{version}, not tried: nothing that is chosen needs it", version=found)
            yield Link(name, ok=True, detail=detail, tried=False)
        except PackageNotFoundError:
            yield Link(name, ok=False, detail=tr("not installed; nothing that is chosen needs it"))
        if name == "torch":
            detail = tr("not looked for: nothing that is chosen needs it")
            yield Link("CUDA", ok=True, detail=detail, tried=False)


def _onnxruntime() -> Link:
    try:
        import onnxruntime
    except ImportError as error:
        detail = tr("it does not import ({error})", error=error)
        return Link("onnxruntime", ok=False, detail=detail, cure=how_to_renew("onnxruntime"))
    return Link("onnxruntime", ok=True, detail=str(onnxruntime.__version__))


def _whisper(*, thorough: bool) -> Iterator[Link]:
    """Its library, where a model for it is here. thorough: import it."""
    model = smallest_whisper()
    if model is None:
        return
    try:
        found = version("faster-whisper")
        if thorough:
            whisper_library(model.label)
        yield Link(_WHISPER, ok=True, detail=tr("faster-whisper {version}", version=found), tried=thorough)
    except PackageNotFoundError:
        detail = tr("the package faster-whisper is not installed, and {model} needs it", model=model.label)
        yield Link(_WHISPER, ok=False, detail=detail, cure=how_to_add(WHISPER_EXTRA))
    except ModelUnavailable as failure:
        yield Link(_WHISPER, ok=False, detail=failure.reason, cure=failure.hint)


def _models(chosen: Sequence[ModelSpec], *, thorough: bool) -> Link:
    """Whether the chosen models are here and right, and no other that is here is wrong.

    thorough: read every byte of those that were fetched, too; what is loaded has been checked by then in any case.
    """
    entries = [examine(spec) if thorough or spec.hub is None else glance(spec) for spec in MODELS]
    for entry in entries:
        missing = entry.state == "not installed" and entry.spec in chosen
        if entry.state == "wrong" or missing:
            detail = f"{entry.spec.label}: {entry.reason or tr('not installed')}"
            return Link(_MODELS, ok=False, detail=detail, cure=entry.hint or "")
    right = [entry.spec.label for entry in entries if entry.state == "right"]
    return Link(_MODELS, ok=True, detail=tr("right: {models}", models=", ".join(right)))


def _remote(engines: Engines) -> Link:
    settings = engines.settings.remote
    if not settings.usable:
        return Link(REMOTE, ok=True, detail=tr("off: nothing is sent to another computer"), tried=False)
    try:
        remote = load_remote(settings)
    except ModelUnavailable as failure:
        return Link(REMOTE, ok=False, detail=failure.reason, cure=failure.hint)
    with closing(remote):
        return remote.check()
