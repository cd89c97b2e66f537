"""A model process: it fetches, takes in, examines or removes models, and says how it gets on. No Qt here."""

import logging
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from time import monotonic

from desktop_app.core.models.download import fetch_model
from desktop_app.core.models.errors import ModelStoreError, ModelUnavailable, UnknownModel
from desktop_app.core.models.identify_files import recognise
from desktop_app.core.models.import_model import take_in
from desktop_app.core.models.inventory import examine, glance
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.own_transducer import UnknownTransducer, stand_ins
from desktop_app.core.models.remove_model import remove_model
from desktop_app.core.pipeline.new_model import forget_form, takes_test, try_out
from desktop_app.jobs.messages import (
    Bytes,
    Examined,
    ExamineModels,
    Failed,
    FetchModel,
    Finished,
    ImportModels,
    MakingReady,
    ModelRequest,
    OwnFound,
    RemoveModel,
    Testing,
)
from desktop_app.jobs.parent_pipe import ParentPipe
from desktop_app.jobs.unexpected_error import unexpected
from desktop_app.translation import tr

_TELL_EVERY_S = 0.1
_TELL_EVERY_SHARE = 0.01
_log = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """Answer requests until the other side is gone. The last message of an answer is Finished, OwnFound or Failed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent, which ends this process
    parent = ParentPipe(connection)
    while True:
        parent.send(_answer(parent.receive(), parent))


def _answer(request: ModelRequest, parent: ParentPipe) -> Finished | OwnFound | Failed:
    unusable: list[ModelUnavailable] = []
    try:
        for spec in _done(request, parent, unusable):
            parent.send(Examined(examine(spec)))
    except UnknownTransducer as found:
        return OwnFound(found.own, stand_ins())
    except UnknownModel:
        return Failed(
            tr("What was chosen is no model that Diarist knows, or its bytes have changed."),
            tr(
                "A model of your own is taken in on the command line: {command}",
                command="diarist models import FILE --name NAME --sha256 HASH",
            ),
        )
    except ModelStoreError as error:
        return Failed(_sentence(str(error)))
    except ModelUnavailable as error:
        return Failed(_sentence(f"{error.model}: {error.reason}"), error.hint)
    except Exception as error:  # noqa: BLE001  the process border: whatever it is, the window must hear of it
        _log.exception("a request failed")
        return unexpected(tr("That cannot be done"), error)
    return _of_no_use(unusable[0]) if unusable else Finished()


def _of_no_use(why: ModelUnavailable) -> Failed:
    """What came and cannot be used."""
    return Failed(tr("{model} is here, but it cannot be used: {reason}.", model=why.model, reason=why.reason), why.hint)


def _done(request: ModelRequest, parent: ParentPipe, unusable: list[ModelUnavailable]) -> tuple[ModelSpec, ...]:
    """Do what is asked; the models it was about. unusable: takes why what has come could not even be tested."""
    match request:
        case ExamineModels(specs):
            return specs
        case FetchModel(spec):
            fetch_model(spec, on_bytes=_Teller(parent, spec.name).tell)
            unusable += _try_out(spec, parent)
            return (spec,)
        case ImportModels(source, spec, sha256):
            models = recognise(source, spec=spec, sha256=sha256)
            for model in models:
                take_in(model, on_bytes=_Teller(parent, model.spec.name).tell)
                unusable += _try_out(model.spec, parent)
            return tuple(model.spec for model in models)
        case RemoveModel(spec, even_own):
            remove_model(spec, even_own=even_own)
            forget_form(spec)
            return (spec,)


def _try_out(spec: ModelSpec, parent: ParentPipe) -> Iterator[ModelUnavailable]:
    """Make a model that has come ready and test it, where it takes a test. What comes of the test is in the model's
    entry; why it could not be taken is given."""
    if not takes_test(spec):
        return
    parent.send(Examined(glance(spec)))  # it is here, whatever comes of its test
    parent.send(MakingReady(spec.name))
    ready, test = _ShareTeller(), _ShareTeller()
    try:
        try_out(
            spec,
            on_ready=lambda share: ready.tell(share, lambda: parent.send(MakingReady(spec.name, share))),
            on_test=lambda share: test.tell(share, lambda: parent.send(Testing(spec.name, share))),
        )
    except ModelUnavailable as failure:
        kept = glance(spec).test
        if kept is None or kept.fault is None:
            yield failure


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


class _Teller:
    """Sends how many bytes are done, but not at every block."""

    def __init__(self, parent: ParentPipe, name: str) -> None:
        self._parent = parent
        self._name = name
        self._told_s = 0.0
        self._told_bytes = 0

    def tell(self, done: int, total: int) -> None:
        """So many of so many."""
        now_s = monotonic()
        is_news = now_s - self._told_s >= _TELL_EVERY_S or abs(done - self._told_bytes) >= _TELL_EVERY_SHARE * total
        if not is_news and done < total:
            return
        self._told_s, self._told_bytes = now_s, done
        self._parent.send(Bytes(self._name, done, total))


class _ShareTeller:
    """Tells how much is done, but not what nobody would see."""

    def __init__(self) -> None:
        self._told: float | None = None

    def tell(self, share: float, send: Callable[[], None]) -> None:
        """So much is done, 0 to 1. send: tells it."""
        if self._told is None or abs(share - self._told) >= _TELL_EVERY_SHARE or share >= 1.0 > self._told:
            self._told = share
            send()
