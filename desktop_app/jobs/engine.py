"""The engine process: it loads the models, does the work, and says how it gets on. No Qt here."""

import logging
import signal
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.faults.crash_watch import note
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.carry_over_speakers import carry_over_speakers
from desktop_app.core.pipeline.diagnostics import engines_in_words
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.estimate import JobEstimate
from desktop_app.core.pipeline.find_missing import find_missing
from desktop_app.core.pipeline.kept_voices import finished
from desktop_app.core.pipeline.links import check_links
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import Transcription, transcribe_recording
from desktop_app.core.pipeline.turn_again import transcribe_turn
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import Settings
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.transcript.values import Speaker, Turn
from desktop_app.jobs.messages import (
    Done,
    Doubt,
    EngineRequest,
    Failed,
    Message,
    Partial,
    Progress,
    StatusReport,
    StatusRequest,
    TranscribeRequest,
    TurnRequest,
)
from desktop_app.jobs.parent_pipe import ParentPipe
from desktop_app.jobs.unexpected_error import unexpected
from desktop_app.translation import tr

_log = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """Answer requests until the other side is gone. The last message of an answer is Done, Failed or StatusReport."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent, which ends this process
    parent = ParentPipe(connection)
    engines = Engines()
    while True:
        request = parent.receive()
        parent.send(_answer(request, engines, _Sender(parent, _estimate_of(request))))


def _answer(request: EngineRequest, engines: Engines, sender: "_Sender") -> Message:
    try:
        engines.follow(_settings_for(request))
        match request:
            case TurnRequest(path, speech, options, _):
                return transcribe_turn(path, speech, engines, options, sender)
            case TranscribeRequest():
                made = _transcribed(request, engines, sender)
                carried = carry_over_speakers(made.transcript, request.known)
                return _done(replace(made, transcript=carried), request.options)
            case StatusRequest(self_test):
                if self_test:
                    engines.forget_failures()
                engines.prepare(partial(sender.progress, Stage.PREPARING))
                check = check_links(engines, engine_statuses(engines, self_test=self_test), thorough=self_test)
                note("engines", engines_in_words(check.engines))
                return StatusReport(check.engines, check.links, check.needed)
    except AudioError as error:
        return _unreadable(error, request)
    except SettingsError as error:
        return Failed(tr("The settings cannot be used: {error}.", error=error), tr("Mend that file, or delete it."))
    except ModelUnavailable as error:
        return Failed(f"{error.model}: {error.reason}.", error.hint)
    except MemoryError:
        why = tr("There is not enough memory for this recording.")
        return Failed(why, tr("Close other programs and try again."))
    except Exception as error:  # noqa: BLE001  the process border: whatever it is, the window must hear of it
        _log.exception("a request failed")
        return unexpected(tr("That cannot be done"), error)


def _transcribed(request: TranscribeRequest, engines: Engines, sender: "_Sender") -> Transcription:
    if request.given is not None:
        return find_missing(request.path, request.given, engines, request.options, sender)
    return transcribe_recording(
        request.path,
        engines,
        request.options,
        sender,
        sender.doubt,
        stretch=request.stretch,
        together=request.together,
    )


def _estimate_of(request: EngineRequest) -> JobEstimate:
    given = request.given if isinstance(request, TranscribeRequest) else None
    return JobEstimate(left_out=given.missing.left_out if given else ())


def _unreadable(error: AudioError, request: EngineRequest) -> Failed:
    """Why a recording cannot be used; it is named where a job has several."""
    if isinstance(request, TranscribeRequest) and request.together:
        return Failed(tr("{file}: {reason}", file=error.path.name, reason=f"{error.cause.removesuffix('.')}."))
    return Failed(error.sentence)


def _settings_for(request: EngineRequest) -> Settings:
    if isinstance(request, TranscribeRequest) and request.settings is not None:
        return request.settings
    settings = load_settings()
    asr = request.asr if isinstance(request, TurnRequest) else None
    if isinstance(request, TranscribeRequest) and request.engine is not None:
        asr = replace(settings.asr, engine=request.engine)
    return settings if asr is None else replace(settings, asr=asr)


def _done(transcription: Transcription, options: JobOptions) -> Done:
    return Done(finished(transcription, options), transcription.voices)


class _Sender:
    """Sends what a job says of itself to the other process."""

    def __init__(self, parent: ParentPipe, estimate: JobEstimate) -> None:
        self._parent = parent
        self._estimate = estimate

    def progress(self, stage: Stage, fraction: float) -> None:
        """Send how far the stage is."""
        overall, eta_s = self._estimate.at(stage, fraction)
        self._parent.send(Progress(stage, fraction, overall, eta_s))

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Send finished turns."""
        self._parent.send(Partial(turns, speakers))

    def doubt(self, sentence: str) -> None:
        """Send why the words will hardly be right."""
        self._parent.send(Doubt(sentence))
